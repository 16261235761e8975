import type { Invite } from "./en.ts";

export const invite = {
  help: {
    invite: "دعوة شخص إلى إنشاء حساب",
    email: "لهذا العنوان وحده، ويصله الرابط برسالة",
    role: "دور الحساب؛ user إن لم يُذكر",
    expires: "مدة صلاحيتها مثل 12h أو 7d؛ 90d على الأكثر",
    language: "لغة الرسالة، مثل de",
    list: "عرض المدعوين ومن قبل منهم",
    withdraw: "سحب دعوة",
    id: "كما يعرضه invite list",
  },
  made: ({ moment }) => `ينشئ هذا الرابط حسابًا واحدًا حتى ${moment}:`,
  mailed: ({ email }) => `وهو في طريقه إلى ${email} أيضًا.`,
  nobody: "لا أحد مدعو.",
  anybody: "من لديه الرابط",
  until: ({ moment }) => `حتى ${moment}`,
  accepted: ({ moment }) => `قُبلت في ${moment}`,
  withdrawn: "لم تعد الدعوة صالحة.",
  noSuchInvitation: ({ id }) => `لا توجد دعوة منتظرة «${id}».`,
  noSuchRole: ({ role }) => `لا يوجد دور «${role}».`,
  badExpiry: ({ value }) => `«${value}» غير صالح: يجب أن يكون مثل 12h أو 7d، و90d على الأكثر.`,
  noAddress: ({ email }) => `«${email}» ليس عنوانًا يمكن إرسال الرسائل إليه.`,
  taken: ({ email }) => `للعنوان ${email} حساب.`,
  closed: "لا يمكن لأحد إنشاء حساب، بدعوة أو من دونها: SIGN_UP مغلق. اكتب SIGN_UP=invitation.",
} satisfies Invite;
