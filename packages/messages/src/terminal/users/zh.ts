import type { Users } from "./en.ts";

export const users = {
  help: {
    importUsers: "接收另一系统的账号，连同其密码",
    file: "JSON Lines、JSON 或 CSV，每条记录一个账号",
    dryRun: "读取全部并说明会发生什么；不作任何改变",
    format: "文件的来源：auto, passlib, django, auth0, firebase",
    firebaseParameters: "含有 Firebase 项目密码哈希参数的文件",
  },
  noSuchFormat: ({ format, known }) => `没有格式“${format}”。现有的有：${known}。`,
  unreadableFile: ({ file }) => `无法读取 ${file}。`,
  badFirebaseParameters: ({ file }) =>
    `${file} 中没有 Firebase 显示的密码哈希参数：base64_signer_key、base64_salt_separator、rounds 和 mem_cost。`,
  counted: ({ imported, alreadyThere, refused }) =>
    `已导入：${imported}。已存在：${alreadyThere}。被拒绝：${refused}。`,
  wouldBeCounted: ({ imported, alreadyThere, refused }) =>
    `没有任何改变。将导入：${imported}。已存在：${alreadyThere}。被拒绝：${refused}。`,
  withoutPassword: ({ count }) => `没有密码：${count}。其所有者可在“忘记密码？”中设置。`,
  unverified: ({ count }) => `文件未标明地址已验证：${count}。其所有者登录时会收到邮件。`,
  refusedLine: ({ line, reason }) => `  第 ${line} 行：${reason}`,
  moreRefused: ({ count }) => `  还有 ${count} 条`,
  reasons: {
    "not-json": "不是 JSON 对象",
    "not-csv": "与列不符",
    "email-missing": "没有地址",
    "email-invalid": "其地址无法接收邮件",
    "hash-unknown": "其密码哈希的格式未知",
    "hash-too-costly": "验证其密码哈希需要太多时间或内存",
    "firebase-parameters-missing": "需要 --firebase-parameters",
    blocked: "在来源处已被封禁",
  },
} satisfies Users;
