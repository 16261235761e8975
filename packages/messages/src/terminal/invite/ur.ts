import type { Invite } from "./en.ts";

export const invite = {
  help: {
    invite: "کسی کو اکاؤنٹ بنانے کی دعوت دیں",
    email: "صرف اس پتے کے لیے، جسے لنک خط سے ملتا ہے",
    role: "اکاؤنٹ کا کردار؛ نہ لکھیں تو user",
    expires: "کب تک کارآمد ہے، جیسے 12h یا 7d؛ زیادہ سے زیادہ 90d",
    language: "خط کی زبان، جیسے de",
    list: "دکھائیں کہ کسے دعوت دی گئی، اور کس نے قبول کی",
    withdraw: "دعوت واپس لیں",
    id: "جیسے invite list دکھاتا ہے",
  },
  made: ({ moment }) => `یہ لنک ${moment} تک ایک اکاؤنٹ بناتا ہے:`,
  mailed: ({ email }) => `یہ خط سے ${email} کو بھی جا رہا ہے۔`,
  nobody: "کسی کو دعوت نہیں دی گئی۔",
  anybody: "جس کے پاس لنک ہو",
  until: ({ moment }) => `${moment} تک`,
  accepted: ({ moment }) => `${moment} کو قبول ہوئی`,
  withdrawn: "دعوت اب کارآمد نہیں۔",
  noSuchInvitation: ({ id }) => `کوئی دعوت "${id}" منتظر نہیں۔`,
  noSuchRole: ({ role }) => `کوئی کردار "${role}" نہیں۔`,
  badExpiry: ({ value }) => `"${value}" قابلِ استعمال نہیں: یہ 12h یا 7d جیسا، اور زیادہ سے زیادہ 90d ہو۔`,
  noAddress: ({ email }) => `"${email}" ایسا پتا نہیں جس پر خط بھیجے جا سکیں۔`,
  taken: ({ email }) => `${email} کا اکاؤنٹ موجود ہے۔`,
  closed: "دعوت ہو یا نہ ہو، کوئی اکاؤنٹ نہیں بنا سکتا: SIGN_UP بند ہے۔ لکھیں SIGN_UP=invitation۔",
} satisfies Invite;
