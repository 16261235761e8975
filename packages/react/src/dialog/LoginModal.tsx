import { useAuth } from "../auth-context.ts";
import { LoginForm } from "../forms/LoginForm.tsx";
import { Place } from "../forms/place.ts";
import { Dialog } from "./Dialog.tsx";

/** The page `/login` as a dialog. */
export function LoginModal() {
  const { close } = useAuth();
  return (
    <Place.Provider value="dialog">
      <Dialog view="login" onClose={close}>
        <LoginForm />
      </Dialog>
    </Place.Provider>
  );
}
