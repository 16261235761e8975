export { ClaimServer } from "./ClaimServer.tsx";
