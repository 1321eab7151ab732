/** Lists that stay in, and why. */
export const keptIn: Readonly<Record<string, string>> = {
  'followUps.due': 'the day list of one caller; the register of follow-ups holds the same rows',
  'imports.listRows': 'an import hands its own rows back as a workbook (imports.handBack)',
  'archive.timeline': 'of one customer: on his page, on paper, and in his copy (privacy)',
  'customers.papers': 'of one customer: his papers leave one by one, or in his copy (privacy)',
  'archive.vehicleVisits': 'of one vehicle: on its page, and in the list of service orders',
  'messages.thread': 'of one customer: in his copy (privacy)',
  'people.listRoles': 'settings of the house, no list of records',
  'people.listApiKeys': 'how programs come in: of use to an intruder alone',
  'people.listSessions': 'who is signed in where: security, and gone within days',
  'people.listStandIns': 'of one person; the audit has every stand-in',
  'webhooks.list': 'how programs are told: of use to an intruder alone',
  'webhooks.deliveries': 'bodies sent to programs, kept for days only',
  'inbound.list': 'how programs come in: of use to an intruder alone',
  'organisation.listUnits': 'settings of the house, no list of records',
  'commitments.listNotices': 'one’s own bell',
};
