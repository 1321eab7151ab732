import type { RecordKind } from '../contract.ts';

type Rule = { rule: 'moves'; collides?: string } | { rule: 'stays'; why: string };

const moves = { rule: 'moves' } as const;

/**
 * Every column that leads to a customer or a vehicle, by `table.column`, and what a merge does with it. Those with a
 * foreign key move by themselves (`moving_references` in the database reads the catalogue); a test fails while a new one
 * is not thought about here.
 */
export const references: Readonly<Record<RecordKind, Readonly<Record<string, Rule>>>> = {
  customer: {
    'contacts.customer_id': moves,
    'consents.customer_id': {
      rule: 'moves',
      collides:
        'Both ledgers become one: for each purpose and channel the last word holds, by its time.',
    },
    'reminder_choices.customer_id': {
      rule: 'moves',
      collides: 'Both ledgers become one: for each kind the last word holds, by its time.',
    },
    'vehicles.owner_id': moves,
    'vehicle_owners.customer_id': moves,
    'appointments.customer_id': moves,
    'service_orders.customer_id': moves,
    'check_ins.customer_id': moves,
    'trips.customer_id': moves,
    'loans.customer_id': moves,
    'complaints.customer_id': moves,
    'document_holds.customer_id': {
      rule: 'moves',
      collides: 'Both hold, each until it is lifted.',
    },
    'follow_ups.customer_id': moves,
    'follow_up_calls.customer_id': moves,
    'matters.customer_id': moves,
    'phone_calls.customer_id': moves,
    'incoming_mails.customer_id': moves,
    'survey_invitations.customer_id': moves,
    'letters.customer_id': moves,
    'messages.customer_id': moves,
    'wecom_contacts.customer_id': moves,
    'messages.about_id': moves,
    'data_exports.customer_id': moves,
    'rights_requests.customer_id': moves,
    'processing_restrictions.customer_id': {
      rule: 'moves',
      collides: 'Both hold; who lifts the restriction lifts all of them.',
    },
    'customer_papers.customer_id': moves,
    'memberships.customer_id': {
      rule: 'moves',
      collides: 'Two members become one first, see members; what went into another goes along.',
    },
    'rating_entries.customer_id': moves,
    'credit_terms.customer_id': {
      rule: 'moves',
      collides: 'Both stay on record; the credit granted last holds.',
    },
    'receipts.customer_id': moves,
    'campaign_contacts.customer_id': {
      rule: 'stays',
      why: 'What was decided about that file when the campaign went out.',
    },
    'campaign_replies.customer_id': {
      rule: 'stays',
      why: 'Seats were given out to that file; the event reads both names.',
    },
    'customer_standings.customer_id': {
      rule: 'stays',
      why: 'Reckoned anew for the one that stays, tonight or with his next visit.',
    },
    'standing_changes.customer_id': { rule: 'stays', why: 'What was reckoned on that day.' },
    'service_proposals.customer_id': {
      rule: 'stays',
      why: 'Reckoned anew with the car, tonight or with its next event.',
    },
    'customers.merged_into_id': moves,
    'commitments.about_id': {
      rule: 'moves',
      collides:
        'Of two running promises of one rule the one that falls due first holds, the other ends.',
    },
    'notices.about_id': moves,
    'links.about_id': moves,
    'ledger_accounts.owner_id': {
      rule: 'moves',
      collides: 'Two accounts of one kind are money of two people: such a merge is refused.',
    },
    'erasures.customer_id': {
      rule: 'stays',
      why: 'Who is being erased is merged with nobody: the merge is refused.',
    },
    'import_rows.customer_id': {
      rule: 'stays',
      why: 'What a list said on its day; erasure reaches it by every record that went into his.',
    },
    'import_rows.other_customer_id': { rule: 'stays', why: 'What a list was compared with.' },
    'duplicate_pairs.one_id': {
      rule: 'stays',
      why: 'What was compared; a shell is shown no more.',
    },
    'duplicate_pairs.other_id': {
      rule: 'stays',
      why: 'What was compared; a shell is shown no more.',
    },
    'merges.kept_id': { rule: 'stays', why: 'The record of what was merged.' },
    'merges.gone_id': { rule: 'stays', why: 'The record of what was merged.' },
    'audit_entries.about_id': { rule: 'stays', why: 'What was done to which record, for ever.' },
    'subject_keys.subject_id': {
      rule: 'stays',
      why: 'Keys of closed entries; erasure takes all of them.',
    },
  },
  vehicle: {
    'contacts.vehicle_id': moves,
    'vehicle_owners.vehicle_id': {
      rule: 'moves',
      collides:
        'A car has one owner at a time: of ownerships that run on, the other ends that day.',
    },
    'mileage_readings.vehicle_id': moves,
    'former_plates.vehicle_id': moves,
    'customer_papers.vehicle_id': moves,
    'campaign_contacts.vehicle_id': {
      rule: 'stays',
      why: 'What was decided about that file when the campaign went out.',
    },
    'service_proposals.vehicle_id': {
      rule: 'stays',
      why: 'Reckoned anew for the car that stays, tonight or with its next event.',
    },
    'appointments.vehicle_id': moves,
    'service_orders.vehicle_id': {
      rule: 'moves',
      collides: 'A car is in one open order: with two open the merge is refused.',
    },
    'check_ins.vehicle_id': moves,
    'trips.vehicle_id': moves,
    'complaints.vehicle_id': moves,
    'document_holds.vehicle_id': { rule: 'moves', collides: 'Both hold, each until it is lifted.' },
    'follow_ups.vehicle_id': moves,
    'follow_up_calls.vehicle_id': moves,
    'matters.vehicle_id': moves,
    'phone_calls.vehicle_id': moves,
    'incoming_mails.vehicle_id': moves,
    'survey_invitations.vehicle_id': moves,
    'messages.about_id': moves,
    'vehicles.merged_into_id': moves,
    'commitments.about_id': {
      rule: 'moves',
      collides:
        'Of two running promises of one rule the one that falls due first holds, the other ends.',
    },
    'notices.about_id': moves,
    'links.about_id': moves,
    'ledger_accounts.owner_id': moves,
    'import_rows.vehicle_id': {
      rule: 'stays',
      why: 'What a list said on its day; erasure reaches it by every record that went into his.',
    },
    'import_rows.other_vehicle_id': { rule: 'stays', why: 'What a list was compared with.' },
    'import_changes.vehicle_id': {
      rule: 'stays',
      why: 'What a list changed: taking it back is refused once the car was merged.',
    },
    'duplicate_pairs.one_id': {
      rule: 'stays',
      why: 'What was compared; a shell is shown no more.',
    },
    'duplicate_pairs.other_id': {
      rule: 'stays',
      why: 'What was compared; a shell is shown no more.',
    },
    'merges.kept_id': { rule: 'stays', why: 'The record of what was merged.' },
    'merges.gone_id': { rule: 'stays', why: 'The record of what was merged.' },
    'audit_entries.about_id': { rule: 'stays', why: 'What was done to which record, for ever.' },
  },
};
