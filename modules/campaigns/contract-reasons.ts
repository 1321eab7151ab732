/** Why a customer is left out of a round; the first nine are the same judgement that holds when anything is sent. */
export const leftOutReasons = [
  'restricted',
  'wishes_none',
  'reminder_off',
  'no_consent',
  'too_often',
  'no_address',
  'no_template',
  'gap',
  'no_calls',
  'planned',
  'talked',
  'calls_off',
  'complaint',
  'shared_number',
  'gone',
  'called_off',
  'held_back',
  'greeted',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];
