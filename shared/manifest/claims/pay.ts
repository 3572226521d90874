import { because } from '../../i18n/reason.ts';
import { includedWorkers } from '../labour.ts';
import { basisPointsSchema, payAmountsSchema } from '../statements/fields.ts';
import { type Claim, type Judgement, fault } from './claim.ts';
import { recollected } from './recollect.ts';
import { sumOf } from './sums.ts';
import type { VerificationFinding } from '../report.ts';

const shape = {
  pay: payAmountsSchema,
  /** Share of the net pay that workers confirmed with their own signature to have received. */
  payAcknowledgedBp: basisPointsSchema,
};

/** What was paid. Even a receipt is a signature about money, not money. */
export const pay: Claim<'pay', typeof shape> = {
  id: 'pay',
  shape,
  collect(sources) {
    const settled = includedWorkers(sources.workers).map((worker) => worker.settlement.statement.predicate);
    const netMinor = sumOf(settled, (one) => one.pay.netMinor);
    const confirmed = settled.filter(({ receipt }) => receipt === 'received');
    return {
      pay: {
        currency: sources.terms.currency,
        grossMinor: sumOf(settled, (one) => one.pay.grossMinor),
        feesMinor: sumOf(settled, (one) => one.pay.feesMinor),
        netMinor,
      },
      payAcknowledgedBp: shareBp(
        sumOf(confirmed, (one) => one.pay.netMinor),
        netMinor,
      ),
    };
  },
  check(manifest, evidence) {
    const findings: VerificationFinding[] = [];
    const { grossMinor, feesMinor, netMinor } = manifest.pay;
    if (grossMinor - feesMinor !== netMinor) findings.push(fault('E_SUM', 'pay/netMinor', 'netPay'));
    if (netMinor === 0 && manifest.payAcknowledgedBp !== 0) {
      findings.push(fault('E_SUM', 'payAcknowledgedBp', 'shareOfNothing'));
    }
    findings.push(...recollected({ claim: pay, manifest, evidence, code: 'E_SUM' }));
    return findings;
  },
  judge(manifest, { opened, workers }): Judgement {
    const receipts = includedWorkers(workers).map(({ settlement }) => settlement.statement.predicate.receipt);
    if (receipts.some((receipt) => receipt === 'disputed' || receipt === 'not-received')) {
      return { status: 'DISPUTED', ...because('basis', 'payDisputed') };
    }
    return opened && manifest.payAcknowledgedBp === 10_000
      ? { status: 'VERIFIED', ...because('basis', 'payReceipted') }
      : { status: 'ASSERTED', ...because('basis', 'payStated') };
  },
  asserted: [],
};

/** `part` of `whole` in basis points, rounded down; 0 of nothing. Exact for any safe integers. */
function shareBp(part: number, whole: number): number {
  return whole === 0 ? 0 : Number((BigInt(part) * 10_000n) / BigInt(whole));
}
