import { counting } from "../counting.ts";
import type { ClaimsWords } from "./index.ts";

const counted = counting("ur");

/** Urdu, in the polite form. */
export const ur = {
  keepChats: ({ count }) =>
    counted(count, {
      one: "یہ گفتگو میرے اکاؤنٹ میں شامل کریں",
      other: "یہ # گفتگوئیں میرے اکاؤنٹ میں شامل کریں",
    }),
  untitled: "بلا عنوان گفتگو",
  moreChats: ({ count }) => counted(count, { one: "اور # مزید", other: "اور # مزید" }),
  keepBookmarks: ({ count }) =>
    counted(count, {
      one: "یہ نشانی میرے اکاؤنٹ میں شامل کریں",
      other: "یہ # نشانیاں میرے اکاؤنٹ میں شامل کریں",
    }),
  alsoBookmarks: ({ count }) => counted(count, { one: "اور # نشانی", other: "اور # نشانیاں" }),
  question: ({ count }) =>
    counted(count, {
      one: "اس آلے پر # گفتگو آپ کے سائن اِن سے پہلے کی ہے۔",
      other: "اس آلے پر # گفتگوئیں آپ کے سائن اِن سے پہلے کی ہیں۔",
    }),
  otherQuestion: "اس آلے پر کچھ نشانیاں آپ کے سائن اِن سے پہلے کی ہیں۔",
  add: "میرے اکاؤنٹ میں شامل کریں",
  adding: "شامل کی جا رہی ہیں…",
  leave: "میری نہیں",
} satisfies ClaimsWords;
