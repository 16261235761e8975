import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// One origin for the page, Bookplate and the notes: cookies work as in production, and nothing needs CORS.
const { BOOKPLATE_URL = "http://localhost:7860", NOTES_URL = "http://localhost:7870" } = process.env;
const proxy = {
  "/api": BOOKPLATE_URL,
  "/dev/mail": BOOKPLATE_URL,
  "/notes": NOTES_URL,
};

export default defineConfig({
  plugins: [react()],
  server: { port: 5173, strictPort: true, proxy },
  preview: { port: 5173, strictPort: true, proxy },
});
