import type { SignUpWords } from "./index.ts";

export const ar = {
  closedTitle: "لا حسابات جديدة",
  closed: "لا يقبل هذا الكتاب حسابات جديدة الآن. يمكنك قراءته كله من دون حساب.",
  neededTitle: "بدعوة",
  needed: "الحسابات الجديدة هنا بدعوة. إن وصلتك دعوة، فافتح رابطها أو ألصقه هنا.",
  link: "رابط دعوتك",
  linkWrong: "هذا ليس رابط دعوة.",
  submit: "متابعة",
  invited: "أنت مدعو. اختر اسمًا وكلمة مرور.",
  domains: ({ domains }) => `الحسابات هنا لعناوين ${domains}.`,
} satisfies SignUpWords;
