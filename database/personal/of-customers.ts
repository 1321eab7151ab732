import type { Tables } from '../types.generated.ts';
import { among, derived, his, hisOrders, kept, type MarksOf, third } from './marks.ts';

const idsOfHisVehicles =
  'select v.id from vehicles v where v.tenant_id = :tenant and v.owner_id = :customerId';
const hisVehicles = among('vehicle_id', idsOfHisVehicles);
/** Each way to a car has its own index; a record that went into one of his cars is his. */
const hisCars = among(
  'id',
  `${idsOfHisVehicles} union all select m.id from vehicles m
    where m.tenant_id = :tenant and ${among('m.merged_into_id', idsOfHisVehicles)}`,
);
const hisRows =
  '(customer_id = any(:ids) or vehicle_id = any(:ids) or phone = any(:values) or plate = any(:values) or vin = any(:values))';

/** Records of the archive, the visit and everything said with a customer. */
export const ofCustomers = {
  customers: {
    of: 'customer',
    purpose: 'service',
    keep: 'untilErased',
    // A record that went into his is his: all of them are one hop away.
    reach: 'id = :customerId or merged_into_id = :customerId',
    personal: {
      name: 'name',
      salutation: 'habits',
      namePinyin: 'search',
      nameInitials: 'search',
      phone: 'phone',
      phoneTail: derived('search'),
      address: 'address',
      addressKey: derived('search'),
      wishes: 'words',
      doNotMention: 'words',
      callFrom: 'habits',
      callUntil: 'habits',
      grams: 'search',
    },
    plain: 'kind language preferredChannel source firstSeenOn lastVisitOn mergedIntoId',
  },
  contacts: {
    of: 'customer',
    purpose: 'contact',
    keep: 'untilErased',
    reach: his,
    onErasure: 'row',
    personal: { name: third('name'), phone: third('phone'), note: third('words') },
    plain: 'customerId vehicleId role',
  },
  consents: {
    of: 'customer',
    purpose: 'proof',
    keep: 'untilErased',
    reach: his,
    onErasure: 'ledger',
    personal: { evidence: 'words' },
    plain: 'customerId purpose channel given recordedBy at',
  },
  customerPapers: {
    of: 'customer',
    purpose: 'proof',
    keep: 'untilErased',
    reach: his,
    onErasure: 'row',
    personal: { title: 'words', note: 'words', withdrawReason: 'words' },
    plain: 'customerId vehicleId fileId kind filedBy at withdrawnAt withdrawnBy',
  },
  vehicles: {
    of: 'customer',
    purpose: 'repairRecord',
    keep: 'untilErased',
    reach: hisCars,
    personal: {
      plate: kept('plate'),
      plateTail: derived('search'),
      vin: kept('vin'),
      vinTail: derived('search'),
      vinWarning: kept('vin'),
      historyNote: kept('words'),
      remark: 'words',
      grams: kept('search'),
    },
    plain:
      'plateType plateColour model vehicleType ownerId mileageKm mileageOn firstRegisteredOn maintenanceItems intervalMonths intervalKm nextDueOn nextDueKm nextDueWhy lastVisitOn useKind isReliefLost insuranceUntil mergedIntoId',
  },
  vehicleOwners: {
    of: 'customer',
    purpose: 'repairRecord',
    keep: 'repairRecord',
    reach: his,
    personal: { plate: kept('plate') },
    plain: 'vehicleId customerId fromOn untilOn',
  },
  formerPlates: {
    of: 'customer',
    purpose: 'repairRecord',
    keep: 'repairRecord',
    reach: hisVehicles,
    personal: { plate: kept('plate'), plateTail: derived('search') },
    plain: 'vehicleId untilOn',
  },
  mileageReadings: {
    of: 'customer',
    purpose: 'repairRecord',
    keep: 'untilErased',
    reach: hisVehicles,
    personal: { reason: 'words' },
    plain: 'vehicleId mileageKm readOn source sourceId',
  },
  serviceOrders: {
    of: 'customer',
    purpose: 'repairRecord',
    keep: 'untilErased',
    reach: his,
    personal: {
      senderName: third('name'),
      senderPhone: third('phone'),
      customerWords: 'words',
      valuables: 'words',
      acceptedBy: third('name'),
      closingNote: kept('words'),
      grams: 'search',
    },
    plain:
      'number numberTail vehicleId customerId kind state waitingFor mileageKm fuelEighths advisorId technicianId bay promisedAt oldParts earlierOrderId approvedFen settledFen deliveryMileageKm stateSince receivedAt readyAt deliveredAt',
  },
  jobLines: {
    of: 'customer',
    purpose: 'repairRecord',
    keep: 'untilErased',
    reach: hisOrders,
    personal: {
      description: kept('words'),
      finding: kept('words'),
      answeredBy: third('name'),
      answerNote: 'words',
      refusalReason: 'words',
    },
    plain:
      'orderId position origin standardMinutes labourFen parts partsFen payer answer answerHow answeredAt recordedBy doneAt doneBy',
  },
  inspections: {
    of: 'customer',
    purpose: 'repairRecord',
    keep: 'repairRecord',
    reach: hisOrders,
    onErasure: 'ledger',
    personal: { findings: kept('mixed'), note: kept('words') },
    plain: 'orderId gate passed methods grade inspectorId at',
  },
  orderSteps: {
    of: 'customer',
    purpose: 'repairRecord',
    keep: 'untilErased',
    reach: hisOrders,
    onErasure: 'ledger',
    personal: { note: 'words' },
    plain: 'orderId orderVersion step fromState toState takenBy at',
  },
  orderPapers: {
    of: 'customer',
    purpose: 'repairRecord',
    keep: 'repairRecord',
    reach: hisOrders,
    onErasure: 'ledger',
    personal: { caption: kept('words') },
    plain: 'orderId fileId kind filedBy at',
  },
  payments: {
    of: 'customer',
    purpose: 'proof',
    keep: 'untilErased',
    reach: hisOrders,
    onErasure: 'ledger',
    personal: { note: 'words' },
    plain: 'orderId method amountFen takenBy at',
  },
  releaseCertificates: {
    of: 'nobody',
    plain: 'orderId number inspectorId guaranteeKm guaranteeDays issuedAt',
  },
  complaints: {
    of: 'customer',
    purpose: 'service',
    keep: 'untilErased',
    reach: his,
    personal: {
      complainantName: third('name'),
      complainantPhone: third('phone'),
      aboutWhom: 'words',
      content: 'words',
      cause: 'words',
      responsibility: 'words',
      solution: 'words',
      measure: 'words',
      lesson: 'words',
      exceptionReason: 'words',
    },
    plain:
      'number customerId vehicleId orderId sourceType sourceId channel kind replyBy severity urgency state handlerId causeKind customerAnswer costFen toldAt toldHow satisfaction askedAt exceptionBy repeatOfId timesReopened watchUntil receivedAt answerDueAt dueAt acknowledgedAt closedAt',
  },
  complaintEntries: {
    of: 'customer',
    purpose: 'service',
    keep: 'untilErased',
    reach: among(
      'complaint_id',
      'select c.id from complaints c where c.tenant_id = :tenant and c.customer_id = :customerId',
    ),
    onErasure: 'ledger',
    personal: { words: 'words', facts: 'mixed' },
    plain: 'complaintId position step byId at',
  },
  followUps: {
    of: 'customer',
    purpose: 'contact',
    keep: 'untilErased',
    reach: his,
    alsoSet: { state: "case when state = 'planned' then 'cancelled' else state end" },
    personal: { endReason: 'words' },
    plain:
      'rule customerId vehicleId orderId firstId agentId earliestOn latestOn sum state nextTryAt tries lockedBy lockedUntil doneAt planId',
  },
  followUpCalls: {
    of: 'customer',
    purpose: 'contact',
    keep: 'untilErased',
    reach: his,
    onErasure: 'ledger',
    personal: { reason: 'words', answers: 'mixed', mainPoints: 'words' },
    plain:
      'followUpId customerId vehicleId orderId direction result topics satisfaction askedByCustomer byId actingForId at',
  },
  matters: {
    of: 'customer',
    purpose: 'contact',
    keep: 'untilErased',
    reach: his,
    alsoSet: { state: "case when state in ('open', 'escalated') then 'dropped' else state end" },
    personal: { content: 'words', solution: 'words', dropReason: 'words' },
    plain: 'customerId vehicleId orderId callId kind state ownerId solvedAt toldAt toldHow',
  },
  messages: {
    of: 'customer',
    purpose: 'contact',
    keep: 'untilErased',
    reach: his,
    onErasure: 'row',
    personal: { address: 'phone', subject: 'words', body: 'words' },
    plain:
      'customerId direction channel purpose template aboutType aboutId state heldReason sentAt',
  },
  importRows: {
    of: 'customer',
    purpose: 'service',
    keep: 'untilErased',
    reach: hisRows,
    onErasure: 'row',
    personal: {
      cells: 'mixed',
      fixes: 'mixed',
      tidied: 'mixed',
      findings: 'mixed',
      phone: derived('phone'),
      plate: derived('plate'),
      vin: derived('vin'),
      staged: 'mixed',
    },
    plain:
      'batchId rowNo verdict codes otherRow otherCustomerId otherVehicleId otherEmployeeId status decision customerId vehicleId employeeId subject',
  },
  importChanges: {
    of: 'customer',
    purpose: 'operation',
    keep: 'untilErased',
    reach: 'vehicle_id = any(:ids)',
    onErasure: 'row',
    personal: { before: 'mixed' },
    plain: 'batchId vehicleId versionAfter',
  },
  merges: {
    of: 'customer',
    purpose: 'operation',
    keep: 'untilErased',
    reach: '(kept_id = any(:ids) or gone_id = any(:ids))',
    personal: { before: 'mixed', written: 'mixed' },
    plain: 'kind keptId goneId state undoneBy undoneAt',
  },
  mergeMoves: { of: 'nobody', plain: 'mergeId tableName columnName rowId former' },
  duplicatePairs: {
    of: 'nobody',
    plain: 'kind oneId otherId onePath otherPath reasons score state decidedBy decidedAt',
  },
  duplicateRuns: {
    of: 'nobody',
    plain: 'state step lastId doneRows totalRows found endedAt',
  },
  importMaps: { of: 'nobody', plain: 'kind name headings headingKey fields' },
  importBatches: {
    of: 'nobody',
    plain:
      'kind fileId fileName state sheetName sheets headerRow mapName columns mapping counts made doneRows totalRows lastRow fault importedAt undoneAt',
  },
} as const satisfies Partial<MarksOf<keyof Tables>>;
