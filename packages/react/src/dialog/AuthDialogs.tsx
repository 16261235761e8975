import { useAuth } from "../auth-context.ts";
import { WithWords } from "../words/words.tsx";
import { LoginModal } from "./LoginModal.tsx";
import { RegisterModal } from "./RegisterModal.tsx";

/** Whichever dialog is open. */
export default function AuthDialogs() {
  const { dialog } = useAuth();
  return <WithWords>{dialog === "register" ? <RegisterModal /> : <LoginModal />}</WithWords>;
}
