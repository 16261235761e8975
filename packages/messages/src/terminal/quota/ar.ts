import type { Quota } from "./en.ts";

export const quota = {
  help: {
    quota: "عرض ما سُئل اليوم، ومنح قارئ حدودًا خاصة به",
    show: "عرض ما سأله قارئ اليوم وما يمكنه أن يسأل؛ ودون قارئ: الجميع معًا",
    set: "منح قارئ حدودًا خاصة به تسري فورًا",
    reader: "عنوان حساب، أو معرّف حساب أو ضيف",
    messages: "أسئلة في اليوم: عدد، أو 0 للمنع، أو default لما للجميع",
    tokens: "رموز في اليوم، بالطريقة نفسها",
  },
  names: { messages: "أسئلة", tokens: "رموز" },
  used: ({ name, used, limit }) => `${name}: ${used} من ${limit}`,
  usedWithoutLimit: ({ name, used }) => `${name}: ${used}، دون حد`,
  own: "محدد لهذا القارئ",
  until: ({ moment }) => `ينتهي اليوم عند ${moment}.`,
  serverWithoutLimit: "يمكن للجميع معًا أن يسألوا ما شاؤوا: لم يُضبط QUOTA_SERVER.",
  noSuchReader: ({ reader }) => `لا يوجد حساب ولا ضيف «${reader}».`,
  badLimit: ({ value }) => `«${value}» ليس عددًا صحيحًا من تسعة أرقام على الأكثر ولا default.`,
  nothingToSet: "اذكر ما يُضبط: ‎--messages أو ‎--tokens أو كليهما.",
} satisfies Quota;
