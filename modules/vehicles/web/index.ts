export { vehiclesWords } from '../locales/words.ts';
export { DueWhy } from './DueWhy.tsx';
export { FindVehicle } from './FindVehicle.tsx';
export { NewArrival } from './NewArrival.tsx';
export { MileageForm, OwnerForm, PlateForm } from './SmallForms.tsx';
export { VehicleForm } from './VehicleForm.tsx';
