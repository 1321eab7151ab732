/** Where the desk leads: the addresses of the modules above. */
export const linkTo = {
  car: (vehicleId: string) => `/reception/cars/${vehicleId}`,
  customer: (customerId: string) => `/customers/${customerId}`,
  vehicle: (vehicleId: string) => `/vehicles/${vehicleId}`,
  order: (orderId: string) => `/service-orders/${orderId}`,
  complaint: (complaintId: string) => `/complaints/${complaintId}`,
};
