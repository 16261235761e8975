import type { Terminal } from "../index.ts";

export const failures = {
  settings: "Bookplate 无法使用以下设置启动：",
  portInUse: ({ port }) => `端口 ${port} 已被占用。请停止占用它的程序，或用 PORT 另选一个。`,
  portNeedsRights: ({ port }) => `此用户无权使用端口 ${port}。请用 PORT 选择大于 1023 的端口。`,
  hostUnknown: "HOST 不是本机的地址。请使用 127.0.0.1、0.0.0.0 或本机拥有的地址。",
  postgresRefuses: "Postgres 拒绝了 DATABASE_URL 中的用户或密码。",
  databaseMissing: "DATABASE_URL 中的数据库不存在。请创建后再启动。",
  databaseUnreachable: ({ reason }) => `无法连接 DATABASE_URL 中的数据库：${reason}。`,
  postgresTooOld: ({ found, least }) => `数据库是 PostgreSQL ${found}；Bookplate 需要 ${least} 或更高版本。`,
  schemaTooNew: ({ name }) =>
    `数据库中有迁移“${name}”，此版本的 Bookplate 不认识它。请启动执行该迁移的版本或更新的版本；没有任何改变。`,
  locked: ({ directory, pid }) =>
    `${directory} 中的内嵌数据库正被进程 ${pid} 使用。请停止该进程，或用 BOOKPLATE_DATA_DIR 为此进程指定单独的数据库。`,
  secretMissing: ({ id }) =>
    `已保存的密钥需要编号为“${id}”的主密钥，而 BOOKPLATE_SECRET 中没有它。请把它重新加到列表末尾：BOOKPLATE_SECRET=<新编号>:<新主密钥>,${id}:<旧主密钥>`,
  placeDatabase: ({ file }) =>
    `PLACE_DATABASE 指向 ${file}，它无法作为地点数据库读取。请给出 .mmdb 文件的路径，或不设置它。`,
  serverEnded: "打开数据库的服务器已结束。请再试一次。",
  serverEndedEarly: "服务器在回应之前已结束。请再试一次。",
} satisfies Terminal["failures"];
