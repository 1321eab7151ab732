import { expect, test } from 'vitest';
import { columnTypes } from '#database/types.generated.ts';
import { coveredColumns } from '#modules/people/server/index.ts';
import { testServer } from '#test/server.ts';

/** Columns that hold the id of something else than a person. */
const ofOthers =
  /^(id|tenantId|orgUnitId|(about|account|batch|call|complaint|customer|otherCustomer|earlierOrder|endpoint|entry|event|file|first|followUp|importBatch|lastSession|link|mergedInto|newUnit|order|parent|provider|repeatOf|reverses|corrects|movement|close|receipt|payment|refund|role|session|source|subject|vehicle|otherVehicle|webhook|item|plan|group|level|member|card|segment|offer|stock|booking|document|line|version|certificate|renewal|standard|post|one|other|last|code|membership|topUp|packageItem|packagePurchase|servicePackage|terms|merge|row|kept|gone|round|evidence|basis|toUnit|levelUnit|unit|priceItem|jobPackage|bay|appointment|checkIn|signatureFile|accessoryFile|inspectionSheet|deliveryPack|spell|stamp|questionnaire|surveyInvitation|surveyAnswer|surveySample|matter|solution|edition|review|series|template|trip|loan|loanCar|carHandover|campaign|standingCampaign|message|letter|partner|sublet|issue|paperFile|mailbox|incomingMail|originalFile|trainingCase|draw)Id)$/;
/** Who did something once: it stays on record, and nobody has to do anything about it. */
const history =
  /^(createdBy|recordedBy|takenBy|doneBy|filedBy|askedBy|exceptionBy|namedBy|byId|inspectorId|actingForId|fromId|toId|endedBy|decidedBy|approvedBy|writtenBy|removedBy|mergedBy|undoneBy|withdrawnBy|checkedBy|signedBy|dismissedBy|publishedBy|answeredBy|offeredBy|toldBy|judgedBy|sentBy|confirmedBy|printedBy|issuedBy)$/;
/** What is a person's own and ends with him, or speaks of him: it is not handed to another. */
const hisOwn = new Set([
  'certificates.employeeId',
  'emergencyAccesses.employeeId',
  // Times that he worked; jobs that he is to do wait again when he leaves (job-clock).
  'clockSpells.employeeId',
  'clockStamps.employeeId',
  'jobAssignments.employeeId',
  // Who gave a job out, fetched it and looked at it; who booked what it cost.
  'sublets.givenBy',
  'sublets.backBy',
  'sublets.checkedBy',
  'subletCosts.bookedBy',
  // Who issued a part, who had it, who said so; who is charged with one.
  'partIssues.technicianId',
  'partIssues.issuedBy',
  'partReplies.saidBy',
  'partWaivers.waivedBy',
  'partCharges.employeeId',
  'partCharges.chargedBy',
  // Whose talk was judged; who looked whether an agreement was kept. What is to be looked at is a promise, handed over as one.
  'callChecks.agentId',
  'callChecks.lookedBy',
  // Who had evidence held and who let it go: what stands is lifted by whoever answers then (document-holds).
  'documentHolds.placedBy',
  'documentHolds.liftedBy',
  // Whose work did not hold.
  'repeatRepairs.technicianId',
  'exportDays.employeeId',
  // Whom a rule names: while he cannot call, whoever may does (follow-ups/server/callers.ts).
  'followUpRuleEditions.agentId',
  // Whom a meeting was to reach.
  'complaintReviewPeople.employeeId',
  // Who read a training case.
  'trainingCaseReads.employeeId',
  // Whom a row of a list became, or may be.
  'importRows.employeeId',
  'importRows.otherEmployeeId',
  'listExports.employeeId',
  'knownDevices.employeeId',
  'logins.employeeId',
  'notices.employeeId',
  'passkeys.employeeId',
  // Whose telephone it is; the house gives it to another.
  'phoneExtensions.employeeId',
  'postAssessments.employeeId',
  'postHoldings.employeeId',
  'recoveryCodes.employeeId',
  'roleGrants.employeeId',
  // Stays with the house: whoever supervises may change it.
  'segments.ownerId',
  'sessions.employeeId',
  'signOnLinks.employeeId',
  'standIns.absentId',
  // Who served when a customer is asked how it was: it stays on record (surveys).
  'surveyInvitations.advisorId',
  'surveyInvitations.technicianId',
  'totpFactors.employeeId',
]);
/** The owner of a car is its customer, that of an account whatever it counts for. */
const notAPerson = new Set([
  'vehicles.ownerId',
  'ledgerAccounts.ownerId',
  'campaigns.seatTemplateId',
  'campaignReplies.toldMessageId',
  'invoices.byLinkId',
]);

test('ORG-07 every column that names who is responsible is handed over when he leaves', async () => {
  await testServer();
  const covered = new Set(coveredColumns());
  const forgotten = Object.entries(columnTypes).flatMap(([table, columns]) =>
    Object.entries(columns)
      .filter(
        ([column, type]) => type === 'uuid' && !ofOthers.test(column) && !history.test(column),
      )
      .map(([column]) => `${table}.${column}`)
      .filter((one) => !covered.has(one) && !hisOwn.has(one) && !notAPerson.has(one)),
  );
  expect(forgotten).toEqual([]);
});

test('ORG-07 no module answers for a column that is not there', async () => {
  await testServer();
  const strange = coveredColumns().filter((one) => {
    const [table, column] = one.split('.') as [keyof typeof columnTypes, string];
    return !(column in (columnTypes[table] ?? {}));
  });
  expect(strange).toEqual([]);
});
