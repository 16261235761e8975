import { AccountButton, useAuth } from "@bookplate/react";
import { ChatPanel } from "@bookplate/react/chat";
import { lazy, Suspense } from "react";
import { Desk } from "./Desk.tsx";
import { Welcome } from "./Welcome.tsx";

const forms = () => import("@bookplate/react/forms");
const administration = () => import("@bookplate/react/administration");

/** Where letters, the forms' own links and the terminal's lead. */
const pages = {
  "/login": lazy(async () => ({ default: (await forms()).LoginForm })),
  "/register": lazy(async () => ({ default: (await forms()).RegisterForm })),
  "/verify": lazy(async () => ({ default: (await forms()).VerifyForm })),
  "/forgot": lazy(async () => ({ default: (await forms()).ForgotForm })),
  "/reset": lazy(async () => ({ default: (await forms()).ResetForm })),
  "/magic-link": lazy(async () => ({ default: (await forms()).MagicLinkForm })),
  "/email-change": lazy(async () => ({ default: (await forms()).EmailChangeForm })),
  "/email-undo": lazy(async () => ({ default: (await forms()).EmailUndoForm })),
  "/console/claim": lazy(async () => ({ default: (await administration()).ClaimServer })),
};

const isPage = (path: string): path is keyof typeof pages => Object.hasOwn(pages, path);

/** Answers link into the book, which is on a server of its own here. */
const bookUrl: string = import.meta.env.VITE_BOOK_URL ?? "http://localhost:7860";

export function App() {
  return (
    <div id="site">
      <nav className="top" aria-label="Main">
        <a className="brand" href="/">
          Reading room
        </a>
        <AccountButton />
      </nav>
      <main>
        <Page path={location.pathname} />
      </main>
      <ChatPanel
        suggestions={["What becomes of my chats when I register?"]}
        navigate={(path) => location.assign(new URL(path, bookUrl))}
      />
    </div>
  );
}

function Page({ path }: { readonly path: string }) {
  const { status } = useAuth();
  if (isPage(path)) {
    const Form = pages[path];
    return (
      <div className="form-page">
        <Suspense>
          <Form />
        </Suspense>
      </div>
    );
  }
  // Nothing is shown before it is known who reads, so that nothing jumps.
  if (status === "unknown") return null;
  return status === "user" ? <Desk /> : <Welcome />;
}
