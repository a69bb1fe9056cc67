/**
 * Opens somebody's own chat with the bot (platform §1.12). It carries nothing of a case.
 * @param botId as Teams names the bot: 28:…
 */
export const chatLink = (tenantId: string, botId: string): string =>
  `https://teams.microsoft.com/l/chat/0/0?tenantId=${encodeURIComponent(tenantId)}&users=${encodeURIComponent(botId)}`;
