import type { Tables } from '../types.generated.ts';
import type { MarksOf } from './marks.ts';
import { filesOfHisHandovers } from './of-mobility.ts';

/** Any id of a record of his within a text. */
const speaksOfHis = (column: string) => `exists (
  select from regexp_matches(${column}, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g') as found
   where found[1]::uuid = any(:ids))`;
const holdsValue = (column: string) =>
  `exists (select from unnest(:values::text[]) as held where strpos(${column}, held) > 0)`;
const nobody = <const Plain extends string>(plain: Plain) => ({ of: 'nobody', plain }) as const;

/** The people who work here, how they sign in, and what the machinery holds for a while. */
export const ofTheHouse = {
  employees: {
    of: 'employee',
    purpose: 'employment',
    keep: 'employment',
    personal: { name: 'name', phone: 'phone' },
    plain: 'post state',
  },
  logins: {
    of: 'employee',
    purpose: 'security',
    keep: 'employment',
    personal: { username: 'name', passwordHash: 'secret' },
    plain: 'employeeId isEnabled changedAt mustChange',
  },
  sessions: {
    of: 'employee',
    purpose: 'security',
    keep: 'fallsAway',
    personal: { userAgent: 'device', address: 'device', secretHash: 'secret' },
    plain: 'employeeId lastSeenAt expiresAt revokedAt provedAt factor',
  },
  knownDevices: {
    of: 'employee',
    purpose: 'security',
    keep: 'fallsAway',
    personal: { deviceHash: 'device' },
    plain: 'employeeId lastSeenAt trustedUntil',
  },
  totpFactors: {
    of: 'employee',
    purpose: 'security',
    keep: 'employment',
    personal: { secret: 'secret', pending: 'secret' },
    plain: 'employeeId lastStep confirmedAt lastUsedAt',
  },
  signOnLinks: {
    of: 'employee',
    purpose: 'security',
    keep: 'employment',
    personal: { subject: 'device', shownAs: 'name' },
    plain: 'providerId employeeId issuer lastUsedAt lastSessionId',
  },
  signOnAttempts: nobody(
    'providerId sessionId stateHash browserHash nonce verifier next expiresAt',
  ),
  signOnProviders: nobody(
    'label issuer clientId clientSecret scopes usernameClaim matchesUsername emailDomains newRoleKey newUnitId groupClaim groupRoles factorValues endsThere isEnabled',
  ),
  signOnRules: nobody('requiredRoles'),
  passkeys: {
    of: 'employee',
    purpose: 'security',
    keep: 'employment',
    personal: { name: 'device', credentialId: 'device', publicKey: 'device' },
    plain: 'employeeId signCount transports isSynced lastUsedAt doubtedAt',
  },
  recoveryCodes: {
    of: 'employee',
    purpose: 'security',
    keep: 'employment',
    personal: { codeHash: 'secret' },
    plain: 'employeeId usedAt',
  },
  apiKeys: nobody('name secretHash roleId scopePath expiresAt revokedAt isSensitive keeperId'),
  passkeyChallenges: nobody('challenge boundTo expiresAt'),
  roleGrants: nobody('employeeId roleId scopePath'),
  roles: nobody('key name permissions home secondFactorFrom'),
  signInRules: nobody('secondFactorFrom remembersDevices'),
  emergencyAccesses: {
    of: 'employee',
    purpose: 'proof',
    keep: 'employment',
    personal: { reason: 'words' },
    plain: 'employeeId sessionId untilAt endedAt reads changes',
  },
  handovers: nobody('kind aboutId fromId toId'),
  inspectionTemplates: nobody(
    'kind grade vehicleType edition name source sections state publishedAt publishedBy',
  ),
  jobGuides: nobody('jobWords operation safety certificate'),
  standIns: nobody('absentId standInId fromAt untilAt namedBy endedAt'),
  serviceOffers: nobody('kind name content place fromOn untilOn conditions withdrawnAt'),
  segments: nobody('name ownerId isShared conditions removedAt'),
  followUpRuleEditions: nobody(
    'occasion edition isWithdrawn isOn earliestDays latestDays conditions postKey agentId channel script mostTries spacingMinutes expiresDays countsAsDone startsOn',
  ),
  segmentPlans: nobody('segmentId conditions topic isOffer budget planned'),
  ratingRounds: nobody('name fromOn untilOn criterion places frozenAt'),
  orgUnits: nobody(
    'parentId tier code name path region address phone position stepsGiven closedAt isOwnController',
  ),
  regions: nobody('name'),
  sharingBases: nobody('toUnitId kind purpose document validFrom validUntil'),
  sharingWithdrawals: nobody('basisId reason'),
  formerPlaces: nobody('path leftAt'),
  tenants: nobody('code name timeZone isSample'),
  droppedMonths: nobody('tableName month rows sha256 droppedAt signature'),
  settings: nobody('key value'),
  counters: nobody('kind period value'),
  calendarDays: nobody('onDate kind name spans source'),
  calendarWeeks: nobody('weekly'),

  files: {
    of: 'customer',
    purpose: 'repairRecord',
    keep: 'repairRecord',
    // His papers and pictures when the term of the repair record is over; a list that he was brought in with at once.
    reach: `state = 'ready' and id in (
      select p.file_id from order_papers p join service_orders o on o.tenant_id = p.tenant_id and o.id = p.order_id
       where p.tenant_id = :tenant and o.customer_id = :customerId and :isOver
      union all
      select p.file_id from check_in_photos p join check_ins c on c.tenant_id = p.tenant_id and c.id = p.check_in_id where p.tenant_id = :tenant and c.customer_id = :customerId and (:isOver or c.order_id is null)
      union all
      select p.file_id from inspection_photos p join inspection_sheets s on s.tenant_id = p.tenant_id and s.id = p.inspection_sheet_id
        join service_orders o on o.tenant_id = s.tenant_id and o.id = s.order_id and o.customer_id = :customerId and :isOver where p.tenant_id = :tenant
      union all
      select p.file_id from delivery_photos p join delivery_packs d on d.tenant_id = p.tenant_id and d.id = p.delivery_pack_id
        join service_orders o on o.tenant_id = d.tenant_id and o.id = d.order_id and o.customer_id = :customerId and :isOver where p.tenant_id = :tenant
      union all ${filesOfHisHandovers} select p.file_id from customer_papers p where p.tenant_id = :tenant and p.customer_id = :customerId
      union all
      select e.file_id from complaint_evidence e join complaints c
          on c.tenant_id = e.tenant_id and c.id = e.complaint_id where e.tenant_id = :tenant and c.customer_id = :customerId
      union all
      select p.file_id from phone_calls p where p.tenant_id = :tenant and p.customer_id = :customerId and p.file_id is not null
      union all
      select m.original_file_id from incoming_mails m
       where m.tenant_id = :tenant and m.customer_id = :customerId and m.original_file_id is not null
      union all
      select a.file_id from incoming_mail_files a join incoming_mails m on m.tenant_id = a.tenant_id and m.id = a.incoming_mail_id
       where a.tenant_id = :tenant and m.customer_id = :customerId and a.file_id is not null
      union all
      select t.file_id from memberships m join top_ups t
          on t.tenant_id = m.tenant_id and t.membership_id = m.id where m.tenant_id = :tenant and m.customer_id = :customerId
      union all
      select b.file_id from memberships m join package_purchases b on b.tenant_id = m.tenant_id and b.membership_id = m.id
       where m.tenant_id = :tenant and m.customer_id = :customerId
      union all
      select b.file_id from import_rows r join import_batches b on b.tenant_id = r.tenant_id and b.id = r.batch_id
       where r.tenant_id = :tenant and :isErasing and b.state <> 'reading'
         and (r.customer_id = any(:ids) or r.vehicle_id = any(:ids)
              or r.phone = any(:values) or r.plate = any(:values) or r.vin = any(:values)))`,
    alsoSet: { state: "'gone'" },
    personal: { fileName: 'words' },
    plain: 'state sha256 contentType sizeBytes width height',
  },
  commitments: {
    of: 'customer',
    purpose: 'operation',
    keep: 'untilErased',
    reach: 'about_id = any(:ids)',
    alsoSet: { state: "case when state in ('open', 'paused') then 'cancelled' else state end" },
    personal: { subject: 'name' },
    plain:
      'rule aboutType aboutId ownerId startedAt warnAt warnedAt dueAt sum pauses ladder state level settledAt',
  },
  notices: {
    of: 'customer',
    purpose: 'operation',
    keep: 'fallsAway',
    reach: `(about_id = any(:ids) or ${speaksOfHis('facts::text')})`,
    onErasure: 'row',
    isCopy: true,
    personal: { facts: 'mixed' },
    plain: 'employeeId kind aboutType aboutId key readAt',
  },
  tasks: {
    of: 'customer',
    purpose: 'operation',
    keep: 'fallsAway',
    // Of his records by their ids alone a task may speak: it finds them empty.
    reach: `tenant_id = :tenant and (${holdsValue("data::text || coalesce(last_error, '')")})`,
    onErasure: 'row',
    isCopy: true,
    personal: { data: 'mixed', lastError: 'mixed' },
    plain: 'name key runAt attempts isErrand isBulk',
  },
  outbox: {
    of: 'customer',
    purpose: 'operation',
    keep: 'fallsAway',
    reach: `(id = any(:ids) or ${speaksOfHis('payload::text')} or ${holdsValue("payload::text || coalesce(last_error, '')")})`,
    onErasure: 'row',
    isCopy: true,
    personal: { payload: 'mixed', lastError: 'mixed' },
    plain: 'channel state attempts nextTryAt deliveredAt',
  },
  idempotencyKeys: {
    of: 'customer',
    purpose: 'operation',
    keep: 'fallsAway',
    reach: `body is not null and (${speaksOfHis('body')} or ${holdsValue('body')})`,
    isCopy: true,
    // The submission stays known, so that its repetition does nothing; its answer is gone.
    alsoSet: { status: '410' },
    personal: { body: 'mixed' },
    plain: 'actorId key route bodyHash status headers',
  },
  webhookDeliveries: {
    of: 'customer',
    purpose: 'operation',
    keep: 'fallsAway',
    reach: `(${speaksOfHis('body')} or ${holdsValue('body')})`,
    onErasure: 'row',
    isCopy: true,
    personal: { body: 'mixed' },
    plain: 'webhookId eventId kind state attempts outcome nextTryAt deliveredAt',
  },
  auditEntries: {
    of: 'customer',
    purpose: 'proof',
    keep: 'untilErased',
    reach: '(about_id = any(:ids))',
    // Never changed: the values lie closed under the key of whom they speak of, and erasure throws the key away.
    onErasure: 'ledger',
    personal: { data: 'mixed', actorName: 'name' },
    plain: 'at event actorKind actorId actingForId aboutType aboutId requestId via',
  },
  listExports: {
    of: 'customer',
    purpose: 'proof',
    keep: 'untilErased',
    // That a file was taken stays; whom it was sought by goes.
    reach: `(${speaksOfHis('query')} or ${holdsValue("query || ' ' || reason")})`,
    isCopy: true,
    personal: { query: 'words', reason: 'words' },
    plain: 'number employeeId list columns isWhole rowsPlanned rowsWritten state expiresAt endedAt',
  },
  // The words of a meeting about the house’s own work; its page asks for numbers of complaints instead of names.
  complaintReviews: nobody('grain fromOn untilOn state pack minutes heldAt'),
  complaintReports: nobody(
    'toUnitId grain fromOn untilOn edition state facts figuresAt summary overdueWords plan wordsUntil dueAt sentAt sentBy correctedWhy',
  ),
  complaintCounts: nobody('dimension month key aboutPath amount'),
  complaintCountMarks: nobody('month'),
  complaintReviewPeople: nobody('reviewId employeeId'),
  trainingCaseReads: nobody('trainingCaseId employeeId readAt'),
  complaintLawTicks: nobody('complaintId item doneBy at'),
  complaintMeasures: nobody(
    'reviewId purpose riskArea words qualityControl education effectExpected kind causeKind ownerId dueOn state doneOn result',
  ),
  genuineBatches: nobody(
    'number product partNumber codes codesChecked codesWarned withdrawnAt withdrawnWhy',
  ),
  genuineCodes: nobody(
    'batchId serial codeHash sealedCode ending state checks firstCheckedAt lastCheckedAt',
  ),
  genuineChecks: nobody('codeId at place'),
  messageTemplates: nobody(
    'seriesId edition name purpose channel language occasion subject body remindsOf providerTemplate providerSignature state refusal writtenBy askedBy askedAt decidedBy decidedAt',
  ),
  priceItems: nobody(
    'kind code model validFrom standing name standardHours hoursSource workGrade rateGrade priceFen measure origin guaranteeDays guaranteeKm grams importBatchId quotedAt',
  ),
  jobPackages: nobody('code model validFrom validUntil standing name priceFen lines grams'),
  labourRates: nobody('grade validFrom rateFen'),
  exportDays: nobody('employeeId onDay rows'),
  exportBudgets: nobody('roleId rowsADay'),
  dataExports: nobody('customerId purpose askedBy fetchedAt expiresAt'),
  erasures: nobody('customerId reason askedBy keptUntil doneAt overAt heldSince'),
  auditHeads: nobody('seq hash sealedAt anchoredSeq anchoredAt verifiedSeq verifiedAt fault'),
  auditSeals: nobody('seq entryId sealedAt prevHash hash signature'),
  auditUnsealed: nobody('entryIds writtenAt'),
  subjectKeys: nobody('subjectType subjectId sealedKey madeAt forgottenAt'),
  guesses: nobody('key failures failedAt freeAt'),
  throttles: nobody('key windowAt hits'),
  phoneExtensions: nobody('extension employeeId'),
  mailboxes: nobody(
    'address host port isSecure username password folder doneFolder trustedServer everyMinutes decideMinutes isActive isAnswered uidValidity lastUid fetchedAt fault said failures failingSince',
  ),
  inboundDeliveries: nobody('endpointId eventId aboutType aboutId'),
  inboundEndpoints: nobody('name source state secret formerSecret formerUntil lastReceivedAt'),
  webhooks: nobody(
    'name url kinds state disabledReason secret formerSecret formerUntil failingSince lastDeliveredAt',
  ),
  ledgerAccounts: nobody('kind ownerType ownerId unit floor balance'),
  ledgerEntries: nobody(
    'accountId place amount balanceAfter sourceType sourceId leg reversesId expiresOn actorKind actorId',
  ),
  links: nobody(
    'purpose aboutType aboutId aboutVersion tokenHash expiresAt maxUses uses openedAt lastUsedAt revokedAt wrongCodes',
  ),
  linkVisits: nobody(
    'linkId secretHash provedAt expiresAt codeHash codeSentAt codesWrong confirmedAt',
  ),
} as const satisfies Partial<MarksOf<keyof Tables>>;
