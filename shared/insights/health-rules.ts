import type { HealthRule } from './health.ts';
import { customerTruth, missingLayers, overlap, templateGaps } from './rules/capability-rules.ts';
import { dataToActivation, oneHub, oneWay, unconnected } from './rules/connection-rules.ts';
import {
  consent,
  consentVendors,
  noAgreement,
  ownerless,
  shadowShare,
} from './rules/governance-rules.ts';
import { discontinued, oneVendor, renamed } from './rules/supply-rules.ts';

/** The rules, in the order in which equally grave findings are shown. */
export const healthRules: readonly HealthRule[] = [
  customerTruth,
  consent,
  noAgreement,
  discontinued,
  dataToActivation,
  unconnected,
  oneWay,
  oneHub,
  oneVendor,
  overlap,
  ownerless,
  shadowShare,
  templateGaps,
  missingLayers,
  consentVendors,
  renamed,
];
