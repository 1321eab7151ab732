/** Where a record is shown, by the type that promises and notices name. */
const places: Readonly<Record<string, (id: string) => string>> = {
  appointment: (id) => `/appointments/${id}`,
  account: () => '/account',
  brief: (id) => `/briefs/${id}`,
  complaint: (id) => `/complaints/${id}`,
  complaintTask: () => '/complaint-tasks',
  complaintLevel: (id) => `/complaint-levels/${id}`,
  complaintReview: (id) => `/complaint-reviews/${id}`,
  complaintMeasure: (id) => `/complaint-measures?open=${id}`,
  customer: (id) => `/customers/${id}`,
  certificate: () => '/certificates',
  employee: (id) => `/people/${id}`,
  emergencyAccess: () => '/emergency',
  followUp: (id) => `/follow-ups/${id}`,
  membershipLiability: () => '/members-liability',
  genuineCode: () => '/genuine-checks',
  campaign: (id) => `/campaigns/${id}`,
  letter: (id) => `/letters?open=${id}`,
  listExport: () => '/exports',
  matter: (id) => `/matters/${id}`,
  phoneCall: (id) => `/phone-calls/${id}`,
  rightsRequest: (id) => `/rights-requests?open=${id}`,
  surveyInvitation: (id) => `/surveys/${id}`,
  serviceOrder: (id) => `/service-orders/${id}`,
  loan: (id) => `/loans/${id}`,
  trip: (id) => `/trips/${id}`,
  task: () => '/settings/stuck-tasks',
  vehicle: (id) => `/vehicles/${id}`,
  webhook: () => '/settings/webhooks',
};

export const placeOf = (aboutType: string, aboutId: string): string | undefined =>
  places[aboutType]?.(aboutId);
