package dev.zonal.verifier.document;

/** Everything that a certificate can be refused for, with the statement of docs/theory.md. */
public enum Hypothesis {
  ENCLOSURE("the eigenvalue lies in its enclosure", "Theorem 7.4, section 9"),
  REGION("the kernel is holomorphic on the region", "Theorem 6.2"),
  REGION_BOUND("the kernel is bounded by the claimed number on the region", "Theorem 6.2"),
  TAIL_PARITY("the first frequency has the parity of the tail", "Theorem 12.3"),
  TAIL_CONTOUR("2 sinh(T/2) is less than the radii of the discs", "Theorem 11.5"),
  TAIL_EXPONENT("s is the first odd power that does not cancel", "Theorem 12.3"),
  TAIL_START("2 k0 is larger than 2 J + 3", "Theorem 12.3"),
  TAIL_TOP("the part of the top segment decreases from k0 on", "Theorem 12.3"),
  TAIL_LEADING("the leading coefficient lies in its enclosure", "Theorem 12.3"),
  TAIL_NEXT("the next coefficient lies in its enclosure", "Theorem 12.3"),
  TAIL_REST("the rest is at most the claimed bound", "Theorem 12.3"),
  EXPANSION_KERNEL(
      "a theorem gives such an expansion for the kernel", "12.9, 12.10, 12.14, Corollary 15.4"),
  EXPANSION_START("the expansion holds from k0 on", "12.10, 12.14, Corollary 15.4"),
  EXPANSION_TERMS(
      "the exponents and the order are those of the theorem", "12.10, 12.14, Corollary 15.4"),
  EXPANSION_COEFFICIENT("the coefficient lies in its enclosure", "12.10, 12.14, Corollary 15.4"),
  EXPANSION_REST("the rest is at most the claimed bound", "12.10, 12.14, Corollary 15.4"),
  GEOMETRIC_KERNEL(
      "the kernel is of the form of the theorem, with this u_*, mu", "Theorems 17.8, 17.9"),
  GEOMETRIC_START("the law holds from k0 on, a frequency of the parity", "Theorems 17.8, 17.9"),
  GEOMETRIC_CONSTANT("the constant of the law lies in its enclosure", "Theorems 17.8, 17.9"),
  GEOMETRIC_DEVIATION("the law is as near as is claimed, and e_k above -1", "Theorems 17.8, 17.9"),
  TAIL_SIGN("all eigenvalues of the tail are positive", "Corollary 12.5"),
  TAIL_MISSING("every parity has a tail, or vanishes by a theorem", "Theorems 13.1 to 13.3"),
  ROW_MISSING("every eigenvalue below the tail is enclosed", "Theorems 13.1 to 13.3"),
  ROW_SIGN("no enclosed eigenvalue has the wrong sign", "Theorems 13.1, 13.1a, 13.2"),
  DECAY_START("the constant of the law is approached from k0 on", "Lemma 12.8"),
  DECAY_REMAINDER("the remainder of the law is less than 1", "Corollary 12.11"),
  QUOTIENT_TAILS("both tails start at the same k0 and with the same exponent", "Corollary 12.12"),
  QUOTIENT_ROWS("both eigenvalues are zero, or none is", "Theorem 13.2"),
  SERIES("the kernel is a power series without negative terms, of these degrees", "Theorem 17.4a"),
  SERIES_PARITY("infinitely many even and odd coefficients are positive", "Theorem 17.4a"),
  COUNTEREXAMPLE("the eigenvalue has the claimed sign in these dimensions", "Theorem 17.4a"),
  FAMILY_CASES("the cases are those of the family", "Theorem 27.2"),
  FAMILY_RULE("what is known of a line follows by the rule that is named", "Lemma 27.1"),
  FAMILY_EXPRESSION("the line is the series that it is used for", "Theorem 27.2"),
  FAMILY_DEPTHS("there is a kernel for every depth", "Theorem 27.2"),
  FAMILY_INDUCTION(
      "what is assumed is what is known of the first layer, and true of the next", "Theorem 27.2"),
  FAMILY_PARITY("infinitely many even and odd coefficients are positive", "Theorem 17.4a"),
  FAMILY_MEMBER("the kernel is a member of the family", "Theorem 27.2"),
  BOX_LEAF("the leaf is a part of the family, of one depth", "Theorem 28.7"),
  BOX_COVER("the leaves cover every member on every sphere", "Theorem 28.7"),
  BOX_BOUND("the constant over all members is what the leaves give", "Theorem 28.7"),
  MATRIX_ENTRIES("the kernel has a value at all pairs of points", "section 19"),
  MATRIX_LOWER("the smallest eigenvalue is at least the claimed bound", "Theorem 19.7"),
  MATRIX_UPPER("the quotient of the vector is at most the claimed bound", "Theorem 19.3"),
  MATRIX_VECTOR("the vector has a number for every point, not all zero", "Theorem 19.3"),
  MATRIX_SIGN("the bound has the sign that the statement needs", "Theorem 19.7"),
  MATRIX_SINGULAR("the pairs of points make the matrix singular", "Proposition 19.6"),
  CONSTANT("the constant lies in its enclosure", "section 13"),
  CONSTANT_NAMES("the constants are those of the statement", "section 13"),
  ZEROS("the zeros are those that are listed", "Theorem 13.1a"),
  PRECISION("the numbers can be enclosed closely enough", "section 2"),
  REFUTATION("the numbers refute the statement in the way that is named", "section 13");

  private final String meaning;
  private final String source;

  Hypothesis(String meaning, String source) {
    this.meaning = meaning;
    this.source = source;
  }

  /** What is asked for, in words. */
  public String meaning() {
    return meaning;
  }

  /** Where docs/theory.md asks for it. */
  public String source() {
    return source;
  }
}
