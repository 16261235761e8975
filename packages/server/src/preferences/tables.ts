export interface PreferenceTable {
  userId: string;
  theme: "system" | "light" | "dark";
  language: string;
  notifyProduct: boolean;
  notifyReplies: boolean;
  updatedAt: Date;
}
