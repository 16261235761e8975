import type { PasskeysWords } from "./index.ts";

/** Passkeys, in Chinese, in simplified characters. */
export const zh = {
  title: "通行密钥",
  lead: "用指纹、面容或设备的 PIN 登录，无需密码。通行密钥只在本书的网站上有效，因此没有人能骗走它。",
  unsupported: "此浏览器不支持通行密钥。",
  empty: "您还没有通行密钥。",
  unnamed: "通行密钥",
  keptBy: ({ provider }) => `保存在 ${provider} 中`,
  synced: "在多台设备上",
  added: ({ time }) => `添加时间：${time}`,
  lastUsed: ({ ago }) => `上次使用：${ago}`,
  neverUsed: "尚未使用",
  add: "添加通行密钥",
  adding: "请按浏览器的提示操作…",
  addedNow: "通行密钥已添加。从现在起可以用它登录。",
  present: "这台设备上已有您的通行密钥。",
  rename: "重命名",
  renameNamed: ({ name }) => `重命名“${name}”`,
  newName: "名称",
  renamed: "已重命名。",
  remove: "移除",
  removeNamed: ({ name }) => `移除“${name}”`,
  removeQuestion: "要移除此通行密钥吗？此后它将无法打开任何内容。您也可以从设备上删除它。",
  removed: "通行密钥已移除。",
  only: "这是您唯一的登录方式。请先设置密码或添加另一个通行密钥，然后再移除它。",

  proof: {
    lead: "请用指纹、面容或设备的 PIN 确认。",
    submit: "使用通行密钥",
    busy: "请按浏览器的提示操作…",
    givenUp: "操作没有完成。请再试一次，或用其他方式确认。",
  },

  offer: {
    text: "下次不用密码登录？请添加通行密钥。",
    add: "添加通行密钥",
  },
} satisfies PasskeysWords;
