import type { Terminal } from "../index.ts";

const unhardened = "يعرض وضع التطوير الرسائل والإجابات بلا حماية؛ فيجب أن يبقى على هذا الجهاز";
const guessed = "من يخمّنه يستطيع انتحال أي شخص";
const unusable = (value: string) => `"${value}" لا يصلح`;
const notHttps = (value: string) => `"${value}" ليس https`;

export const settings = {
  why: "لماذا",
  write: "اكتب",
  or: "أو",
  misspelt: { what: "ليس إعدادًا، فلا يقرؤه أحد", why: "اسمه يكاد يكون اسم إعداد" },
  notKnown: ({ value, choices }) => ({
    what: `"${value}" غير معروف`,
    why: `يجب أن يكون واحدًا من: ${choices}`,
  }),
  notInRange: ({ value, least, most }) => ({
    what: unusable(value),
    why: `يجب أن يكون عددًا صحيحًا من ${least} إلى ${most}`,
  }),
  noDuration: ({ value }) => ({
    what: unusable(value),
    why: "يجب أن يُكتب مثل 30s أو 15m أو 12h أو 7d",
  }),
  durationNotInRange: ({ value, least, most }) => ({
    what: unusable(value),
    why: `يجب أن يكون من ${least} إلى ${most}`,
  }),
  noQuota: ({ value }) => ({
    what: unusable(value),
    why: "يجب أن يكون عدد أسئلة في اليوم مثل ‎20/d، أو رموزًا مثل ‎500000t/d، أو كليهما بينهما فاصلة، أو none",
  }),
  quotaTooLow: ({ value, least }) => ({
    what: `"${value}" أقل مما قد تكلّفه إجابة واحدة`,
    why: `يُحجز لكل إجابة ما يصل إلى ${least} رمزًا، فلن يُجاب عن أي سؤال أبدًا`,
  }),
  noRoleName: ({ value }) => ({
    what: `"${value}" لا يسمّي دورًا جديدًا`,
    why: "يُكتب الدور name:user أو name:moderator؛ والاسم أحرف صغيرة وأرقام وشرطات، يرد مرة واحدة، وليس guest أو user أو moderator أو admin",
  }),
  noRoleLike: ({ value }) => ({
    what: `"${value}" لا يبيّن أي دور يشبه`,
    why: "للدور رتبة user أو moderator وحصصه وسياسته للعامل الثاني؛ ومن له كل شيء فهو admin",
  }),
  noDomain: ({ value }) => ({
    what: `"${value}" ليس نطاقًا`,
    why: "يقارَن بما بعد @ في العنوان: اكتبه مثل example.org",
  }),
  domainsUnproven: {
    what: "يسمّي نطاقات لا يُطلب من أحد إثباتها",
    why: "مع EMAIL_VERIFICATION=off يستطيع أي شخص كتابة عنوان من هذه النطاقات",
  },
  noWebAddress: ({ value }) => ({
    what: `"${value}" ليس عنوان ويب`,
    why: "منه تُصنع الروابط وملفات الارتباط والرموز",
  }),
  noOrigin: ({ value }) => ({
    what: `"${value}" ليس مصدرًا`,
    why: "تُقارن المصادر مقارنة تامة: البروتوكول والمضيف والمنفذ، بلا مسار ولا شرطة مائلة",
  }),
  noAddressRange: ({ value }) => ({
    what: `"${value}" ليس نطاق عناوين`,
    why: "يجب أن يُكتب مثل 10.0.0.0/8",
  }),
  hasPath: ({ value }) => ({
    what: `في "${value}" مسار`,
    why: "المطلوب مصدر: لا تعرف ملفات الارتباط والرموز مسارًا",
  }),
  notWritable: ({ value }) => ({
    what: `لا يمكن الكتابة في "${value}"`,
    why: "هناك تُحفظ قاعدة البيانات المضمَّنة والسر المُنشأ",
  }),
  noRedis: { what: "ليس عنوان Redis", why: "فيه تَعدّ عدة خوادم الحدود معًا" },
  noPostgres: { what: "ليس عنوان Postgres", why: "قاعدة البيانات هي Postgres 15 أو أحدث" },
  transportNotSet: ({ value, setting }) => ({
    what: `يسمّي "${value}" وليست له إعدادات`,
    why: `لا تخرج الرسائل من هذا الطريق إلا مع ${setting}`,
  }),
  noWebhookSecret: {
    what: "ليس ما يعرضه Resend",
    why: "يبدأ بـ whsec_، ومن يزوّر التقارير قد يُسكت عناوين",
  },
  noMailServer: { what: "ليس عنوان خادم بريد", why: "عبره تخرج الرسائل" },
  noSender: { what: "غائب", why: "ترفض خوادم البريد رسائل ليس لها مُرسل من نطاقها" },
  noBearerSecret: {
    what: "ليس عشوائيًا بما يكفي",
    why: "من يخمّنه يستطيع أن يسأل عن الرموز؛ 32 على الأقل من الحروف أو الأرقام أو - . _ ~ + /",
  },
  reachable: ({ value }) => ({ what: `"${value}" يمكن الوصول إليه من الخارج`, why: unhardened }),
  publicAddress: ({ value }) => ({ what: `"${value}" عنوان عام`, why: unhardened }),
  notHttps: ({ value }) => ({ what: notHttps(value), why: "ستنتقل ملفات الارتباط والرموز مكشوفة" }),
  bookNotHttps: ({ value }) => ({ what: notHttps(value), why: "تحمل روابط الرسائل رموزًا إلى هناك" }),
  otherSite: ({ value, api }) => ({
    what: `"${value}" على موقع غير موقع "${api}"`,
    why: "تُسقط المتصفحات ملفات الارتباط بين المواقع، فيُسجَّل خروج القراء عند كل إعادة تحميل",
  }),
  sharedHost: ({ value, suffix }) => ({
    what: `يقع "${value}" تحت ${suffix}، وكل اسم هناك موقع مستقل`,
    why: "لا يحتفظ Safari وBrave بملف ارتباط لواجهة في مكان آخر: يجب أن تكون تحت الاسم نفسه تمامًا أو خلف وكيل على /api",
  }),
  noMail: { what: "غائب", why: "لن يستطيع أحد تأكيد عنوانه" },
  limitsOff: { what: `"off" للاختبارات`, why: "سيمكن تخمين كلمات المرور بلا نهاية" },
  /** Of a language model's settings. */
  modelIncomplete: { what: "غير موجود", why: "يحتاج النموذج اللغوي إلى عنوانه واسمه معًا" },
  modelNotHttps: ({ value }) => ({
    what: notHttps(value),
    why: "سينتقل مفتاحه وأسئلة القراء مكشوفة",
  }),
  modelRoute: ({ value }) => ({
    what: `"${value}" مسار واحد من مسارات النموذج`,
    why: "يُضاف إليه chat/completions",
  }),
  noModelKey: { what: "غير صالح", why: "يُرسل في ترويسة: محارف ASCII مرئية بلا مسافات" },
  noPartner: ({ partner }) => ({
    what: "غير موجود",
    why: `يكمّل ${partner}: لا يعمل مزوّد الدخول إلا بالإعدادين معًا`,
  }),
  providerNeeds: ({ name }) => ({
    what: "غير موجود",
    why: `من دونه لا يُعرف الطريق إلى ${name}`,
  }),
  notUsable: ({ value }) => ({
    what: `"${value}" غير صالح`,
    why: "تُبنى منه عناوين المزوّد",
  }),
  noIssuer: ({ value }) => ({
    what: `"${value}" غير صالح`,
    why: "يجب أن يكون عنوان https للمزوّد كما يسمّي نفسه تمامًا (issuer)",
  }),
  noSecret: {
    what: "غائب",
    why: "تعتمد عليه الرموز والمفاتيح المخزنة؛ والسر المُنشأ يضيع بضياع هذا الجهاز",
  },
  idTwice: { what: "يذكر معرّفًا مرتين", why: "كل معرّف يدل على المفتاح المقصود" },
  secretTooShort: ({ id, least }) => ({
    what: `السر "${id}" أقصر من ${least} بايت`,
    why: guessed,
  }),
  secretIsExample: ({ id }) => ({ what: `السر "${id}" مثال وليس سرًا`, why: guessed }),
  secretRepeats: ({ id }) => ({ what: `السر "${id}" كثير التكرار`, why: guessed }),
} satisfies Terminal["settings"];
