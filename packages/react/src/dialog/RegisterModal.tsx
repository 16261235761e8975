import { useAuth } from "../auth-context.ts";
import { Place } from "../forms/place.ts";
import { RegisterForm } from "../forms/RegisterForm.tsx";
import { Dialog } from "./Dialog.tsx";

/** The page `/register` as a dialog. */
export function RegisterModal() {
  const { close } = useAuth();
  return (
    <Place.Provider value="dialog">
      <Dialog view="register" onClose={close}>
        <RegisterForm />
      </Dialog>
    </Place.Provider>
  );
}
