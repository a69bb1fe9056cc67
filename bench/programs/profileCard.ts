/** One card with a heading, what was answered and a field: less than any form of the bot has. */
export const profileCard = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: '${question}', wrap: true, size: 'Large', weight: 'Bolder' },
    {
      type: 'Container',
      $when: '${answered}',
      items: [
        { type: 'TextBlock', text: 'Wat je zei', wrap: true, isSubtle: true },
        { type: 'FactSet', facts: [{ $data: '${answers}', title: '${title}', value: '${value}' }] },
      ],
    },
    { type: 'Input.Text', id: 'answer', label: '${question}', isMultiline: true, maxLength: 500 },
  ],
  actions: [{ type: 'Action.Submit', title: 'Verder', data: { what: 'profile' } }],
};
