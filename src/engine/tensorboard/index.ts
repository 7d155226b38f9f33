export { SummaryWriter, type StepOptions } from './writer.js';
