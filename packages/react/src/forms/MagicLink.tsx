import { lazy } from "react";
import { Lazily } from "../Lazily.tsx";
import type { MagicLinkRequestProps } from "./MagicLinkRequest.tsx";

const Request = lazy(() => import("./MagicLinkRequest.tsx"));

/** Signing in by letter, fetched when somebody wants to. */
export const MagicLink = (props: MagicLinkRequestProps) => (
  <Lazily>
    <Request {...props} />
  </Lazily>
);
