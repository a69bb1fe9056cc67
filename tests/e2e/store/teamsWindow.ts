import type { Browser } from 'playwright-core';

/** What a person sees in the chat: what they typed, or a card as it was drawn (twice as large, to be sharp). */
export type Post = { typed: string } | { drawn: Buffer };
export type Chat = { person: string; posts: readonly Post[] };

/** Measures that the Teams Store asks of a picture. */
export const storeSize = { width: 1366, height: 768 };

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const postOf = (post: Post): string =>
  'typed' in post
    ? `<p class="mine">${escaped(post.typed)}</p>`
    : `<p class="bot"><b>Meldcode</b><img src="data:image/png;base64,${post.drawn.toString('base64')}"></p>`;
const chatOf = ({ posts }: Chat): string => `<section class="chat"><div>${posts.map(postOf).join('')}</div></section>`;
const initialsOf = (name: string): string => name.replace(/[^A-Z]/g, '').slice(0, 2);

const style = `
  * { box-sizing: border-box; margin: 0; }
  body { width: ${storeSize.width}px; height: ${storeSize.height}px; overflow: hidden; background: #f5f5f5; color: #242424;
    font: 14px 'Segoe UI', 'Liberation Sans', sans-serif; display: grid; }
  body.desk { grid: 48px 1fr / 64px 250px 1fr; }
  .top { grid-column: 1 / 4; background: #e8ebfa; display: flex; align-items: center; justify-content: flex-end; padding: 0 16px; gap: 10px; }
  .face { width: 30px; height: 30px; border-radius: 15px; background: #4f52b2; color: #fff; font-weight: 600; font-size: 12px;
    display: grid; place-items: center; }
  .rail { background: #ebebeb; padding-top: 14px; display: grid; gap: 18px; align-content: start; justify-items: center; font-size: 11px; color: #616161; }
  .rail b { color: #4f52b2; }
  .list { border-right: 1px solid #e0e0e0; padding: 14px; }
  .list h1 { font-size: 18px; margin-bottom: 14px; }
  .list p { padding: 10px; border-radius: 6px; background: #fff; font-weight: 600; display: flex; gap: 10px; align-items: center; }
  .talk { display: grid; grid-template-rows: 52px 1fr 64px; min-height: 0; }
  .head { border-bottom: 1px solid #e0e0e0; background: #fff; display: flex; align-items: center; gap: 10px; padding: 0 20px; font-size: 17px; font-weight: 600; }
  .logo { width: 30px; height: 30px; border-radius: 6px; background: #1f4e79; color: #fff; font-weight: 700; display: grid; place-items: center; }
  .chat { min-height: 0; overflow: hidden; padding: 14px 24px; display: flex; justify-content: center; }
  .chat > div { width: 720px; transform-origin: top center; display: grid; gap: 12px; align-content: start; height: max-content; }
  .mine { justify-self: end; background: #e8ebfa; border-radius: 6px; padding: 9px 14px; }
  .bot b { display: block; font-size: 12px; color: #616161; font-weight: 400; padding-bottom: 4px; }
  .bot img { display: block; width: 560px; }
  .composer { padding: 8px 24px 16px; }
  .composer span { display: block; border: 1px solid #d1d1d1; border-radius: 6px; background: #fff; padding: 10px 14px; color: #616161; }
  body.phones { grid: 1fr / 1fr 1fr; justify-items: center; align-items: center; background: #1f4e79; padding: 0 180px; }
  .phone { width: 372px; height: 724px; border-radius: 36px; background: #f5f5f5; border: 10px solid #161616; overflow: hidden;
    display: grid; grid-template-rows: 48px 1fr 56px; }
  .phone .chat { padding: 10px 6px; } .phone .chat > div { width: 336px; } .phone .bot img { width: 320px; }
  .phone .head { padding: 0 14px; font-size: 15px; } .phone .composer { padding: 4px 10px 12px; }
`;

const head = `<div class="head"><span class="logo">M</span>Meldcode</div>`;
const composer = `<div class="composer"><span>Typ een bericht</span></div>`;
const desk = (chat: Chat): string => `<body class="desk">
  <div class="top"><span>${escaped(chat.person)}</span><span class="face">${initialsOf(chat.person)}</span></div>
  <div class="rail"><span>Activiteit</span><b>Chat</b><span>Teams</span><span>Agenda</span></div>
  <div class="list"><h1>Chat</h1><p><span class="logo">M</span>Meldcode</p></div>
  <div class="talk">${head}${chatOf(chat)}${composer}</div></body>`;
const phones = (chats: readonly Chat[]): string =>
  `<body class="phones">${chats.map((chat) => `<div class="phone">${head}${chatOf(chat)}${composer}</div>`).join('')}</body>`;

/** Runs in the page: a chat that is longer than its window is drawn smaller, on a phone as far as can be read: the rest is below. */
const shrinks = `
  for (const chat of document.querySelectorAll('.chat')) {
    const inside = chat.firstElementChild;
    const fits = (chat.clientHeight - 28) / inside.offsetHeight;
    const least = chat.closest('.phone') ? 0.85 : 0.6;
    if (fits < 1) inside.style.transform = 'scale(' + Math.max(least, fits) + ')';
  }`;

/** A picture of a chat in a window as Teams has it, or of two chats on phones; what does not fit is made smaller. */
export const pictureOf = async (browser: Browser, ...chats: readonly [Chat, ...Chat[]]): Promise<Buffer> => {
  const page = await browser.newPage({ viewport: storeSize });
  const body = chats.length === 1 ? desk(chats[0]) : phones(chats);
  await page.setContent(`<!doctype html><html lang="nl"><title>Meldcode</title><style>${style}</style>${body}</html>`);
  await page.evaluate(shrinks);
  const png = await page.screenshot();
  await page.close();
  return png;
};
