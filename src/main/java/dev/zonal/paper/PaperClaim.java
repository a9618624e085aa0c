package dev.zonal.paper;

/**
 * What a paper says.
 *
 * @param name of the claim within its paper, in small letters and hyphens
 * @param words what is claimed; formulas stand between dollars, codes between backquotes
 * @param source where it is claimed
 * @param expected what is found of it as far as is known; anything else is news
 * @param test finds it out
 */
public record PaperClaim(String name, String words, String source, Verdict expected, Test test) {
  /** How a claim is tested. */
  @FunctionalInterface
  public interface Test {
    Finding on(Bench bench);
  }

  /** One that is expected to be confirmed. */
  public static PaperClaim of(String name, String words, String source, Test test) {
    return new PaperClaim(name, words, source, Verdict.CONFIRMED, test);
  }

  /** One that was found to be false. */
  public static PaperClaim knownAsFalse(String name, String words, String source, Test test) {
    return new PaperClaim(name, words, source, Verdict.FALSE, test);
  }
}
