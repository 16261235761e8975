export { EmailChangeForm } from "./EmailChangeForm.tsx";
export { EmailUndoForm } from "./EmailUndoForm.tsx";
export { ForgotForm } from "./ForgotForm.tsx";
export { LoginForm } from "./LoginForm.tsx";
export { MagicLinkForm } from "./MagicLinkForm.tsx";
export { RegisterForm } from "./RegisterForm.tsx";
export { ResetForm } from "./ResetForm.tsx";
export { VerifyForm } from "./VerifyForm.tsx";
