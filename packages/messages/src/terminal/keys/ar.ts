import type { Keys } from "./en.ts";

export const keys: Keys = {
  help: {
    keys: "عرض مفاتيح توقيع رموز الوصول وأسرار الخادم أو تغييرها",
    list: "سرد مفاتيح التوقيع والغرض من كل منها",
    rotate: "نشر مفتاح توقيع جديد يوقّع بعد عشر دقائق (يحدث تلقائيًا كل 90 يومًا)",
    remove: "رفض كل رموز مفتاح توقيع فورًا لأن شخصًا آخر قد يملكه",
    kid: "معرّف المفتاح من keys list أو من ترويسة رمز",
    yes: "نفّذ ولا ترفض",
    secrets: "سرد الأسرار وما زال يحتاج إلى كل منها",
    reencrypt: "نقل المشفَّر إلى السر الأول في BOOKPLATE_SECRET",
    forget: "التخلي عما يحتاج إلى سر ضاع أو يجب حذفه الآن",
    id: "معرّف السر",
  },
  states: {
    next: "منشور، يوقّع لاحقًا",
    signs: "يوقّع",
    verifies: "يتحقق مما وقّعه",
    over: "انتهى، سيُحذف",
  },
  from: ({ moment }) => `ابتداءً من ${moment}`,
  rotated: ({ kid, moment }) => `نُشر المفتاح ${kid}. يوقّع ابتداءً من ${moment} بعد أن يصل إلى كل من يتحقق.`,
  rotatedAlready: "هناك مفتاح جديد منشور ينتظر دوره. لم يتغير شيء.",
  removed: ({ kid, signs }) =>
    `أُزيل المفتاح ${kid}. رموزه مرفوضة الآن، والمفتاح ${signs} يوقّع. لم يُسجَّل خروج أحد.`,
  removeNeedsYes: ({ kid }) =>
    `هذا يزيل المفتاح ${kid}: كل رمز وقّعه يُرفض فورًا ويجلب العملاء رموزًا جديدة. أضف ‎--yes‎ للتنفيذ.`,
  noSuchKey: ({ kid }) => `لا يوجد مفتاح توقيع ${kid}. الأمر bookplate keys list يسرد المفاتيح.`,
  secretStates: {
    mints: "ينشئ رموزًا ومفاتيح جديدة",
    verifies: "مقبول",
    "not-listed": "غير مذكور في BOOKPLATE_SECRET",
  },
  needsNothing: "لا شيء يحتاج إليه: يمكن حذفه",
  things: {
    "signing-keys": ({ count }) => `مفاتيح التوقيع: ${count} (ينقلها keys reencrypt)`,
    "second-factors": ({ count }) => `العوامل الثانية: ${count} (ينقلها keys reencrypt)`,
    letters: ({ count }) => `رسائل في الانتظار: ${count} (ينقلها keys reencrypt)`,
    codes: ({ count }) => `رموز في الرسائل: ${count} (تنتهي خلال عشر دقائق)`,
    passwords: ({ count }) => `كلمات مرور طويلة: ${count} (تنتقل كل واحدة حين يسجّل صاحبها الدخول)`,
    sessions: ({ count }) => `جلسات: ${count} (تنتقل كل واحدة حين يعود قارئها، أو تنتهي)`,
  },
  moved: ({ keys: moved, letters }) => `نُقل إلى السر الأول: مفاتيح التوقيع ${moved}، الرسائل ${letters}.`,
  secretNeeded: ({ id, currentId, needs }) =>
    `لا يذكر BOOKPLATE_SECRET السر ذا المعرّف "${id}"، وما زال شيء يحتاج إليه:\n${needs}\nأعده إلى آخر القائمة: BOOKPLATE_SECRET=${currentId}:<السر>,${id}:<سر هذا المعرّف>\nالأمر bookplate keys secrets يبيّن متى يمكن حذفه، والأمر bookplate keys forget ${id} يتخلى عما يحتاج إليه.`,
  secretExchanged: ({ id }) =>
    `السر ذو المعرّف "${id}" ليس السر السابق. أعطِ السر الجديد معرّفًا جديدًا وأبقِ القديم بعده: BOOKPLATE_SECRET=<معرّف جديد>:<سر جديد>,${id}:<السر القديم>\nإن ضاع القديم فالأمر bookplate keys forget ${id} يتخلى عما يحتاج إليه.`,
  secretInUse: ({ id }) => `السر ذو المعرّف "${id}" هو الأول في القائمة وهو مستعمل. ضع سرًّا آخر قبله.`,
  unknownSecret: ({ id }) => `لم يستعمل أي خادم سرًّا بالمعرّف "${id}". إن كان جديدًا فابدأ الخوادم به أولًا.`,
  forgetNeedsYes: ({ id }) =>
    `هذا يتخلى عما يحتاج إلى السر "${id}": تنتهي جلساته ويجب تعيين كلمات مروره الطويلة من جديد. أضف ‎--yes‎ للتنفيذ.`,
  forgotten: ({ id }) => `لم تعد هناك حاجة إلى السر "${id}". احذفه من BOOKPLATE_SECRET.`,
  lost: ({ needs }) => `ما كان يحتاج إليه:\n${needs}`,
  schemaOld:
    "مخطط قاعدة البيانات أقدم من هذا البرنامج. ابدأ الخادم أو نفّذ bookplate migrate up ثم أعد المحاولة.",
};
