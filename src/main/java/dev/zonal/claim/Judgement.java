package dev.zonal.claim;

import dev.zonal.grid.CertifiedNumber;
import java.util.Optional;

/**
 * What is proved of a claim.
 *
 * @param truth the number, if it is decided: of a right claim to the digits that it claims where
 *     these are decided, of a wrong one to as many as show that it is wrong
 * @param reason why it is not decided, in one line; empty if it is
 */
public record Judgement(
    Claim claim, Verdict verdict, Optional<CertifiedNumber> truth, Optional<String> reason) {
  /** How a claim is judged. */
  public enum Verdict {
    /** The truth lies where it is claimed. */
    RIGHT,
    /** It does not. */
    WRONG,
    /** Neither is proved. */
    UNDECIDED
  }

  static Judgement decided(Claim claim, Verdict verdict, CertifiedNumber truth) {
    return new Judgement(claim, verdict, Optional.of(truth), Optional.empty());
  }

  static Judgement undecided(Claim claim, String reason) {
    return new Judgement(claim, Verdict.UNDECIDED, Optional.empty(), Optional.of(reason));
  }
}
