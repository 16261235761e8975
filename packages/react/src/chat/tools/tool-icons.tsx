import { Icon } from "../icons.tsx";

const THUMB =
  "M7 11v9H4v-9zm0 0l4-7.5c1.4 0 2.2 1 2 2.3L12.5 9.5h5.6c1.3 0 2.2 1.2 1.9 2.4l-1.6 6.3c-.2 1-1 1.8-2 1.8H7";

export const ThumbIcon = ({ down = false }: { readonly down?: boolean }) => (
  <Icon>
    <path d={THUMB} transform={down ? "rotate(180 12 12)" : undefined} />
  </Icon>
);

export const FlagIcon = () => (
  <Icon mirrored>
    <path d="M5.5 21V4m0 1h12.5l-2.5 4 2.5 4H5.5" />
  </Icon>
);
