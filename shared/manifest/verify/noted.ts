import { because, type DetailsArgument, type ReasonOf } from '../../i18n/reason.ts';
import type { ClaimId, VerificationCode, VerificationFinding } from '../report.ts';
import { limits } from './limits.ts';

/** Collects findings, each for the claim that it touches. */
export class Notes {
  readonly #byClaim = new Map<ClaimId, VerificationFinding[]>();
  #count = 0;

  add<Reason extends ReasonOf<'verified'>>(
    claim: ClaimId,
    code: VerificationCode,
    path: string,
    reason: Reason,
    ...details: DetailsArgument<'verified', Reason>
  ): void {
    this.push(claim, [{ code, path, ...because('verified', reason, ...details) }]);
  }

  push(claim: ClaimId, findings: readonly VerificationFinding[]): void {
    for (const finding of findings) {
      this.#count += 1;
      if (this.#count > limits.findings) return;
      const own = this.#byClaim.get(claim);
      if (own) own.push(finding);
      else this.#byClaim.set(claim, [finding]);
    }
  }

  of(claim: ClaimId): readonly VerificationFinding[] {
    return this.#byClaim.get(claim) ?? [];
  }

  all(order: readonly ClaimId[]): readonly VerificationFinding[] {
    return order.flatMap((claim) => this.of(claim));
  }
}
