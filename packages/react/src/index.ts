export { AccountButton, type AccountButtonProps } from "./AccountButton.tsx";
export { AuthProvider, type AuthProviderProps } from "./AuthProvider.tsx";
export {
  type Auth,
  type AuthActions,
  type AuthSettings,
  type CloseReason,
  type Pages,
  useAuth,
} from "./auth-context.ts";
export { Lazily } from "./Lazily.tsx";
export { WaitingPart } from "./WaitingPart.tsx";
export type { MessageOverrides } from "./words/overrides.ts";
