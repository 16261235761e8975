import type { Activity } from "./index.ts";

/** What happened around an account's safety, in Urdu. */
export const ur = {
  device: ({ browser, system }) => `${system} پر ${browser}`,
  unknownDevice: "نامعلوم آلہ",
  kinds: {
    "account-verified": "پتے کی تصدیق ہوئی",
    "device-signed-out": "ایک آلہ سائن آؤٹ کیا گیا",
    "guest-merged": "مہمان کی گفتگوئیں اکاؤنٹ میں شامل ہوئیں",
    "guest-promoted": "مہمان کا اکاؤنٹ بن گیا",
    "other-devices-signed-out": "باقی تمام آلات سائن آؤٹ کیے گئے",
    "passkey-added": "پاس کی شامل کی گئی",
    "passkey-removed": "پاس کی ہٹائی گئی",
    "refresh-fast-forward": "ڈیٹا بیس کی خرابی کے بعد سیشن بحال ہوا",
    "refresh-recovered": "جواب کھو جانے کے بعد سیشن جاری رہا",
    "refresh-reused": "نقل شدہ سائن اِن پکڑا گیا، آلہ سائن آؤٹ کر دیا گیا",
    "signed-in": "سائن اِن ہوا",
    "signed-out": "سائن آؤٹ ہوا",
    "stepped-up": "شناخت کی دوبارہ تصدیق ہوئی",
  },
  signedInOnNewDevice: "نئے آلے سے سائن اِن ہوا",
} satisfies Activity;
