/* Runs in the page, beside the official renderer and axe-core. `window.drawing` draws one card at a time. */
(() => {
  const bold = (text) => text.replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>');
  const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  // Enough of Markdown for our own templates; a backslash keeps a sign as it is, as a client does.
  const kept = (text) =>
    text.replace(/\\([\\`*_{}[\]()#+\-.!~>|])/g, (_all, sign) => `&#${String(sign.charCodeAt(0))};`);
  const link = (text) => text.replace(/\[([^\]]+)\]\((https?:[^)]+|tel:[^)]+)\)/g, '<a href="$2">$1</a>');
  const paragraph = (block) => {
    const lines = block.split('\n');
    if (!lines.every((line) => /^\s*- /.test(line))) return `<p>${lines.join('<br>')}</p>`;
    return `<ul>${lines.map((line) => `<li>${line.replace(/^\s*- /, '')}</li>`).join('')}</ul>`;
  };
  const markdown = (text) =>
    link(bold(kept(escaped(text))))
      .split(/\n{2,}|\r\n\r\n/)
      .map(paragraph)
      .join('');

  const card = () => document.getElementById('card');
  const nameOf = (element) => (element.innerText || element.id || element.tagName).trim().slice(0, 60);

  window.drawing = {
    draw(payload, hostConfig) {
      AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
        result.outputHtml = markdown(text);
        result.didProcess = true;
      };
      const drawn = new AdaptiveCards.AdaptiveCard();
      drawn.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
      drawn.parse(payload);
      card().replaceChildren();
      drawn.render(card());
      window.drawing.drawn = drawn;
    },
    /** Shows everything that is folded. */
    unfold() {
      const show = (element) => {
        if (!element.isVisible) element.isVisible = true;
        for (let i = 0; i < (element.getItemCount ? element.getItemCount() : 0); i++) show(element.getItemAt(i));
      };
      show(window.drawing.drawn);
    },
    /** What sticks out of the card, or is cut short. */
    cutOff() {
      const edge = card().getBoundingClientRect();
      return [...card().querySelectorAll('*')]
        .filter((element) => {
          const box = element.getBoundingClientRect();
          if (box.width === 0) return false;
          const style = getComputedStyle(element);
          const short = style.textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth + 1;
          return box.right > edge.right + 1 || box.left < edge.left - 1 || short;
        })
        .map(nameOf);
    },
    async barriers() {
      const { violations } = await axe.run(card(), {
        resultTypes: ['violations'],
        rules: { region: { enabled: false } },
      });
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    },
  };
})();
