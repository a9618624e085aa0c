package dev.zonal.verifier;

import static dev.zonal.verifier.SecondOpinion.number;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.elementary.ChordPowerKernel;
import dev.zonal.kernel.elementary.GammaExponentialKernel;
import dev.zonal.kernel.elementary.GaussianKernel;
import dev.zonal.kernel.elementary.PolynomialKernel;
import dev.zonal.kernel.spectral.FiniteSpectrumKernel;
import dev.zonal.kernel.spectral.HeatKernel;
import dev.zonal.kernel.spectral.PoissonKernel;
import dev.zonal.kernel.spectral.SobolevKernel;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.law.SeriesDegrees;
import dev.zonal.verifier.SecondOpinion.Term;
import dev.zonal.verifier.document.Claims;
import dev.zonal.verifier.document.Interval;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * Judges certificates without the verifier, by {@link SecondOpinion}: whether some stated number is
 * false, and whether a part of the proof is missing. It cannot judge everything, and says so: of a
 * bound it knows that it is false if numbers exceed it, and true if it is that of the proof from
 * which the certificate was made.
 */
final class Oracle {
  /** What must become of a certificate. */
  enum Judgement {
    TRUE,
    UNKNOWN,
    INCOMPLETE,
    FALSE
  }

  private static final Apfloat EIGENVALUE_ERROR = new Apfloat("1e-18", 10);
  private static final Apfloat TINY = new Apfloat("1e-25", 10);
  private static final Apfloat COEFFICIENT_ERROR = new Apfloat("1e-33", 10);

  private final Claims original;
  private final SecondOpinion.All opinions;
  private Judgement worst = Judgement.TRUE;
  private Claims claims;

  private Oracle(Claims original, SecondOpinion.All opinions) {
    this.original = original;
    this.opinions = opinions;
  }

  /**
   * Judges a certificate that was edited.
   *
   * @param opinions kept from one call to the next
   */
  static Judgement judge(Claims original, Claims edited, SecondOpinion.All opinions) {
    Oracle oracle = new Oracle(original, opinions);
    oracle.claims = edited;
    for (int i = 0; i < edited.kernels().size(); i++) {
      oracle.evidence(i);
    }
    if (oracle.worst != Judgement.FALSE) {
      oracle.conclusion();
    }
    return oracle.worst;
  }

  private void note(Judgement judgement) {
    worst = judgement.compareTo(worst) > 0 ? judgement : worst;
  }

  private void require(boolean holds, Judgement otherwise) {
    note(holds ? Judgement.TRUE : otherwise);
  }

  private SecondOpinion opinion(Kernel kernel) {
    return opinions.of(kernel, claims.dimension());
  }

  /** Whether a number that is known to 18 digits or so lies in an interval. */
  private static Judgement contains(Interval interval, Apfloat number) {
    return contains(interval, number, EIGENVALUE_ERROR);
  }

  private static Judgement contains(Interval interval, Apfloat number, Apfloat error) {
    Apfloat lower = new Apfloat(interval.lower(), SecondOpinion.PRECISION);
    Apfloat upper = new Apfloat(interval.upper(), SecondOpinion.PRECISION);
    Apfloat slack = ApfloatMath.abs(number).add(TINY).multiply(error);
    if (lower.compareTo(upper) > 0
        || number.compareTo(lower.subtract(slack)) < 0
        || number.compareTo(upper.add(slack)) > 0) {
      return Judgement.FALSE;
    }
    if (lower.equals(upper)) {
      return Judgement.TRUE;
    }
    boolean inside =
        number.compareTo(lower.add(slack)) >= 0 && number.compareTo(upper.subtract(slack)) <= 0;
    return inside ? Judgement.TRUE : Judgement.UNKNOWN;
  }

  private void evidence(int index) {
    Claims.OfKernel now = claims.kernels().get(index);
    Optional<Claims.OfKernel> before = before(now);
    SecondOpinion opinion = opinion(now.kernel());
    now.rows()
        .forEach(
            (k, interval) -> {
              if (k > SecondOpinion.LAST) {
                boolean isProved = before.filter(b -> interval.equals(b.rows().get(k))).isPresent();
                require(isProved, Judgement.UNKNOWN);
              } else if (interval.isZero() || opinion.isZero(k)) {
                boolean holds =
                    interval.lower().signum() <= 0
                        && interval.upper().signum() >= 0
                        && opinion.isZero(k);
                require(holds, Judgement.FALSE);
              } else if (before.isEmpty() || !interval.equals(before.get().rows().get(k))) {
                note(contains(interval, opinion.eigenvalue(k)));
              }
            });
    now.regions().ifPresent(regions -> regions(regions, before.flatMap(Claims.OfKernel::regions)));
    for (Claims.OfTail tail : now.tails()) {
      require(now.regions().isPresent(), Judgement.INCOMPLETE);
      tail(tail, now, before, opinion);
    }
    for (Claims.OfExpansion expansion : now.expansions()) {
      expansion(expansion, now, before, opinion);
    }
    for (Claims.OfGeometric law : now.geometric()) {
      geometric(law, before, opinion);
    }
  }

  /** What the original said of the same kernel on the same sphere. */
  private Optional<Claims.OfKernel> before(Claims.OfKernel now) {
    return claims.dimension() == original.dimension()
        ? original.kernels().stream().filter(k -> k.kernel().equals(now.kernel())).findFirst()
        : Optional.empty();
  }

  private void regions(Claims.Regions now, Optional<Claims.Regions> before) {
    region(now.coincidence(), before.map(Claims.Regions::coincidence), 2);
    region(now.antipode(), before.map(Claims.Regions::antipode), 2);
    region(now.rectangle(), before.map(Claims.Regions::rectangle), 1e9);
  }

  private void region(Claims.Bounded now, Optional<Claims.Bounded> before, double most) {
    double size = now.size().doubleValue();
    boolean isPossible = size > 0 && size < most && new BigDecimal(size).compareTo(now.size()) == 0;
    require(isPossible, Judgement.FALSE);
    // |f| is 1 somewhere on the rectangle and at the centre of one disc; at least it is not
    // negative
    require(now.bound().signum() > 0, Judgement.FALSE);
    boolean isKnown =
        before.isPresent()
            && now.size().compareTo(before.get().size()) == 0
            && now.bound().compareTo(before.get().bound()) >= 0;
    require(isKnown, Judgement.UNKNOWN);
  }

  private static boolean isProved(BigDecimal now, Optional<BigDecimal> before) {
    return before.isPresent() && now.compareTo(before.get()) == 0;
  }

  private void tail(
      Claims.OfTail tail,
      Claims.OfKernel now,
      Optional<Claims.OfKernel> before,
      SecondOpinion opinion) {
    boolean isStart = tail.from() > 0 && tail.parity().firstFrom(tail.from()) == tail.from();
    require(isStart, Judgement.INCOMPLETE);
    List<Term> terms = opinion.terms(tail.parity());
    boolean holds =
        terms.size() > 1 && terms.get(0).exponent().equals(Rational.of(tail.exponent()));
    require(holds, Judgement.FALSE);
    if (!holds || !isStart) {
      return;
    }
    Apfloat c = terms.get(0).coefficient();
    note(contains(tail.leading(), c, COEFFICIENT_ERROR));
    note(contains(tail.next(), terms.get(1).coefficient().divide(c), COEFFICIENT_ERROR));
    Rational s = terms.get(0).exponent();
    Apfloat most = number(0);
    for (long k = tail.from(); k <= SecondOpinion.LAST; k += 2) {
      Apfloat lambda = opinion.lambda(s, k);
      Apfloat step = opinion.lambda(s.add(2), k).divide(lambda);
      Apfloat y =
          opinion
              .eigenvalue(k)
              .divide(c.multiply(lambda))
              .subtract(number(1))
              .subtract(terms.get(1).coefficient().divide(c).multiply(step));
      Apfloat quotient = shifted(k).divide(shifted(tail.from()));
      most = max(most, ApfloatMath.abs(y.divide(step)).multiply(quotient).multiply(quotient));
    }
    require(!isBelow(tail.rest(), most), Judgement.FALSE);
    Optional<BigDecimal> proved =
        before
            .filter(b -> b.regions().equals(now.regions()))
            .flatMap(
                b ->
                    b.tails().stream()
                        .filter(t -> t.parity() == tail.parity() && t.from() == tail.from())
                        .map(Claims.OfTail::rest)
                        .findFirst());
    require(isProved(tail.rest(), proved), Judgement.UNKNOWN);
  }

  /** Whether a claimed bound is certainly exceeded by a number known to some digits. */
  private static boolean isBelow(BigDecimal claim, Apfloat number) {
    Apfloat slack = number.multiply(new Apfloat("1e-6", 10)).add(new Apfloat("1e-8", 10));
    return new Apfloat(claim, SecondOpinion.PRECISION).compareTo(number.subtract(slack)) < 0;
  }

  private Apfloat shifted(long k) {
    return number(Rational.of(2 * k + claims.dimension() - 2, 2L));
  }

  private static Apfloat max(Apfloat a, Apfloat b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static Apfloat min(Apfloat a, Apfloat b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private void expansion(
      Claims.OfExpansion claim,
      Claims.OfKernel now,
      Optional<Claims.OfKernel> before,
      SecondOpinion opinion) {
    boolean isStart = claim.from() > 0 && claim.parity().firstFrom(claim.from()) == claim.from();
    require(isStart, Judgement.INCOMPLETE);
    boolean isOfTheorem =
        now.kernel() instanceof ChordPowerKernel
            || now.kernel() instanceof GammaExponentialKernel
            || now.kernel() instanceof SobolevKernel;
    require(isOfTheorem, Judgement.INCOMPLETE);
    List<Term> terms = opinion.terms(claim.parity());
    // A kernel without odd powers has no such law.
    require(!terms.isEmpty(), Judgement.FALSE);
    require(claim.order().signum() > 0, Judgement.FALSE);
    for (int i = 0; i < claim.terms().size() && isOfTheorem; i++) {
      boolean same =
          i < terms.size() && terms.get(i).exponent().equals(claim.terms().get(i).exponent());
      require(same, Judgement.FALSE);
      if (same) {
        note(
            contains(
                claim.terms().get(i).coefficient(), terms.get(i).coefficient(), COEFFICIENT_ERROR));
      }
    }
    require(claim.rest().signum() >= 0, Judgement.FALSE);
    boolean isProved =
        before.stream()
            .flatMap(b -> b.expansions().stream())
            .anyMatch(
                e ->
                    e.parity() == claim.parity()
                        && e.from() == claim.from()
                        && e.terms().size() == claim.terms().size()
                        && e.order().equals(claim.order())
                        && e.rest().compareTo(claim.rest()) == 0);
    require(isProved, Judgement.UNKNOWN);
  }

  private static boolean isAt(Claims.Place place, Rational singularity) {
    boolean isBetween =
        place.lower().compareTo(singularity) <= 0 && place.upper().compareTo(singularity) >= 0;
    return isBetween && (place.square().isPresent() || place.lower().equals(place.upper()));
  }

  private void geometric(
      Claims.OfGeometric claim, Optional<Claims.OfKernel> before, SecondOpinion opinion) {
    boolean isStart = claim.from() >= 4 && claim.parity().firstFrom(claim.from()) == claim.from();
    require(isStart, Judgement.INCOMPLETE);
    Optional<SecondOpinion.Geometric> law = opinion.geometric(claim.parity());
    boolean isOfTheorem =
        law.filter(l -> l.order().equals(claim.order()))
            .filter(l -> isAt(claim.singularity(), l.singularity()))
            .isPresent();
    require(isOfTheorem, Judgement.FALSE);
    if (!isStart || !isOfTheorem) {
      return;
    }
    note(contains(claim.constant(), law.get().constant(), COEFFICIENT_ERROR));
    Interval deviation = claim.deviation();
    // Eigenvalues are positive, so that e_k is above -1, and the claim has to say so.
    require(deviation.lower().compareTo(BigDecimal.ONE.negate()) > 0, Judgement.INCOMPLETE);
    for (long k = claim.from(); k <= SecondOpinion.LAST; k += 2) {
      Apfloat e = scaled(opinion, law.get(), k).divide(law.get().constant()).subtract(number(1));
      Apfloat moved = e.multiply(number(Rational.of(k, claim.from())));
      require(contains(deviation, moved) != Judgement.FALSE, Judgement.FALSE);
    }
    boolean isProved =
        before.stream()
            .flatMap(b -> b.geometric().stream())
            .filter(g -> g.parity() == claim.parity() && g.from() == claim.from())
            .anyMatch(
                g ->
                    g.singularity().equals(claim.singularity())
                        && deviation.lower().compareTo(g.deviation().lower()) <= 0
                        && deviation.upper().compareTo(g.deviation().upper()) >= 0);
    require(isProved, Judgement.UNKNOWN);
  }

  /** rho^-k k^-s eta_k. */
  private static Apfloat scaled(SecondOpinion opinion, SecondOpinion.Geometric law, long k) {
    return opinion.eigenvalue(k).divide(opinion.decay(law, k));
  }

  /** Where all eigenvalues of the parity are zero. */
  private Optional<Long> zerosFrom(SecondOpinion opinion, Parity parity) {
    long last = parity.firstFrom(SecondOpinion.LAST - 1);
    long k = last;
    while (k >= 0 && opinion.isZero(k)) {
      k -= 2;
    }
    return k + 2 <= last - 6 ? Optional.of(k + 2) : Optional.empty();
  }

  private Optional<Rational> exponent(Claims.OfKernel kernel, Parity parity) {
    return kernel.tails().stream()
        .filter(t -> t.parity() == parity)
        .map(t -> Rational.of(t.exponent()))
        .findFirst()
        .or(
            () ->
                kernel.expansions().stream()
                    .filter(e -> e.parity() == parity)
                    .map(e -> e.terms().get(0).exponent())
                    .findFirst());
  }

  private Optional<Long> from(Claims.OfKernel kernel, Parity parity) {
    return kernel.tails().stream()
        .filter(t -> t.parity() == parity)
        .map(Claims.OfTail::from)
        .findFirst()
        .or(
            () ->
                kernel.expansions().stream()
                    .filter(e -> e.parity() == parity)
                    .map(Claims.OfExpansion::from)
                    .findFirst());
  }

  private void rows(Claims.OfKernel kernel, Parity parity, long first, long end) {
    for (long k = parity.firstFrom(first); k < end; k += 2) {
      require(kernel.rows().containsKey(k), Judgement.INCOMPLETE);
    }
  }

  private void conclusion() {
    Claims.OfKernel one = claims.kernels().get(0);
    if (claims.refutation().isPresent()) {
      require(isRefuted(claims.refutation().get()), Judgement.INCOMPLETE);
      return;
    }
    TreeSet<String> names = new TreeSet<>();
    switch (claims.statement()) {
      case POSITIVITY, SEMIDEFINITE -> positivity(one, names);
      case DECAY -> decay(one, names);
      case EQUIVALENCE -> equivalence(one, claims.kernels().get(1), names);
    }
    require(claims.constants().keySet().equals(names), Judgement.INCOMPLETE);
  }

  private void constant(String name, Apfloat value, Set<String> names) {
    names.add(name);
    Interval claim = claims.constants().get(name);
    if (claim != null) {
      note(contains(claim, value));
    }
  }

  /** The sign of all eigenvalues, in truth, and the tails and rows that show it. */
  private void sign(Claims.OfKernel kernel, boolean zerosAllowed) {
    SecondOpinion opinion = opinion(kernel.kernel());
    for (long k = 0; k <= SecondOpinion.LAST; k++) {
      int sign = opinion.sign(k);
      boolean isMixture = SeriesDegrees.makePositive(kernel.kernel(), Parity.of(k));
      require(sign > 0 || sign == 0 && (zerosAllowed || isMixture), Judgement.FALSE);
    }
    for (Parity parity : Parity.values()) {
      boolean isTheorem =
          SeriesDegrees.makePositive(kernel.kernel(), parity)
              && kernel.tails().isEmpty()
              && kernel.expansions().isEmpty();
      Optional<Long> end = from(kernel, parity);
      if (end.isEmpty() && zerosAllowed) {
        end = zerosFrom(opinion, parity);
      }
      require(end.isPresent() || isTheorem, Judgement.INCOMPLETE);
      if (end.isPresent() && !isTheorem) {
        rows(kernel, parity, 0, end.get());
      }
    }
  }

  private void positivity(Claims.OfKernel kernel, Set<String> names) {
    sign(kernel, claims.statement() == Claims.Statement.SEMIDEFINITE);
    SecondOpinion opinion = opinion(kernel.kernel());
    for (Claims.OfTail tail : kernel.tails()) {
      List<Term> terms = opinion.terms(tail.parity());
      Rational s = terms.get(0).exponent();
      Apfloat a = ApfloatMath.abs(terms.get(1).coefficient().divide(terms.get(0).coefficient()));
      Apfloat step =
          ApfloatMath.abs(
              opinion.lambda(s.add(2), tail.from()).divide(opinion.lambda(s, tail.from())));
      Apfloat distance = a.add(new Apfloat(tail.rest(), SecondOpinion.PRECISION)).multiply(step);
      require(distance.compareTo(number(1)) < 0, Judgement.INCOMPLETE);
      constant("relativeDistance." + tail.parity(), distance, names);
    }
    kernel.rows().keySet().stream()
        .filter(k -> k <= SecondOpinion.LAST && !opinion.isZero(k))
        .map(opinion::eigenvalue)
        .reduce(Oracle::min)
        .ifPresent(least -> constant("least", least, names));
    claims
        .zeros()
        .ifPresent(
            zeros -> {
              // The list names the enclosed zeros, all of them and no others.
              require(
                  kernel.rows().keySet().stream()
                      .filter(k -> k <= SecondOpinion.LAST && opinion.isZero(k))
                      .collect(Collectors.toSet())
                      .equals(zeros.frequencies()),
                  Judgement.INCOMPLETE);
              for (long k = 0; k <= SecondOpinion.LAST; k++) {
                Long from = zeros.from().get(Parity.of(k));
                boolean claimed = zeros.frequencies().contains(k) || from != null && k >= from;
                require(claimed == opinion.isZero(k), Judgement.FALSE);
              }
              // Zeros in another notation are true all the same; it is not the documented one.
              require(claims.zeros().equals(original.zeros()), Judgement.UNKNOWN);
            });
  }

  private void decay(Claims.OfKernel kernel, Set<String> names) {
    SecondOpinion opinion = opinion(kernel.kernel());
    boolean isLaw = false;
    for (Parity parity : Parity.values()) {
      Optional<Claims.OfGeometric> law =
          kernel.geometric().stream().filter(g -> g.parity() == parity).findFirst();
      if (law.isPresent()) {
        isLaw = true;
        decay(kernel, law.get(), names);
        continue;
      }
      Optional<Long> from = from(kernel, parity);
      if (from.isEmpty()) {
        require(zerosFrom(opinion, parity).isPresent(), Judgement.INCOMPLETE);
        continue;
      }
      isLaw = true;
      rows(kernel, parity, 1, from.get());
      Term leading = opinion.terms(parity).get(0);
      Rational exponent = leading.exponent().add(claims.dimension() - 1L);
      Apfloat limit = opinion.kappa(leading.exponent()).multiply(leading.coefficient());
      Apfloat least = limit;
      Apfloat most = limit;
      for (long k = parity.firstFrom(1); k <= SecondOpinion.LAST; k += 2) {
        Apfloat scaled = opinion.power(k, exponent).multiply(opinion.eigenvalue(k));
        least = min(least, scaled);
        most = max(most, scaled);
      }
      constant("constant." + parity, limit, names);
      constant("c1." + parity, least, names);
      constant("c2." + parity, most, names);
      names.add("remainder." + parity);
      Interval remainder = claims.constants().get("remainder." + parity);
      if (remainder != null) {
        Interval proved = original.constants().get("remainder." + parity);
        boolean isOrdered =
            remainder.lower().signum() <= 0 && remainder.lower().compareTo(remainder.upper()) <= 0;
        require(isOrdered, Judgement.FALSE);
        boolean isKnown = proved != null && remainder.upper().compareTo(proved.upper()) >= 0;
        require(isKnown, Judgement.UNKNOWN);
      }
    }
    require(isLaw, Judgement.INCOMPLETE);
  }

  /** What follows from a law that is true. */
  private void decay(Claims.OfKernel kernel, Claims.OfGeometric claim, Set<String> names) {
    Parity parity = claim.parity();
    SecondOpinion opinion = opinion(kernel.kernel());
    Optional<SecondOpinion.Geometric> law = opinion.geometric(parity);
    rows(kernel, parity, 1, claim.from());
    if (law.isEmpty()) {
      return;
    }
    Apfloat limit = law.get().constant();
    Apfloat least = limit;
    Apfloat most = limit;
    for (long k = parity.firstFrom(1); k <= SecondOpinion.LAST; k += 2) {
      Apfloat scaled = scaled(opinion, law.get(), k);
      least = min(least, scaled);
      most = max(most, scaled);
    }
    constant("constant." + parity, limit, names);
    constant("rate." + parity, law.get().rate(), names);
    extremum("c1." + parity, claim, least, names);
    extremum("c2." + parity, claim, most, names);
  }

  /** With a wider deviation a narrow enclosure of an extremum may be true and not follow. */
  private void extremum(String name, Claims.OfGeometric law, Apfloat value, Set<String> names) {
    constant(name, value, names);
    require(original.kernels().get(0).geometric().contains(law), Judgement.UNKNOWN);
  }

  private void equivalence(Claims.OfKernel one, Claims.OfKernel two, Set<String> names) {
    sign(one, true);
    sign(two, true);
    SecondOpinion first = opinion(one.kernel());
    SecondOpinion second = opinion(two.kernel());
    List<Apfloat> all = new ArrayList<>();
    for (Parity parity : Parity.values()) {
      if (zerosFrom(first, parity).isPresent() && zerosFrom(second, parity).isPresent()) {
        continue;
      }
      Optional<Long> from = from(one, parity);
      boolean match =
          from.isPresent()
              && from.equals(from(two, parity))
              && exponent(one, parity).equals(exponent(two, parity));
      require(match, Judgement.INCOMPLETE);
      if (match) {
        Apfloat limit =
            first
                .terms(parity)
                .get(0)
                .coefficient()
                .divide(second.terms(parity).get(0).coefficient());
        constant("limit." + parity, limit, names);
        all.add(limit);
      }
    }
    require(two.rows().keySet().containsAll(one.rows().keySet()), Judgement.INCOMPLETE);
    for (long k = 0; k <= SecondOpinion.LAST; k++) {
      require(first.isZero(k) == second.isZero(k), Judgement.FALSE);
      if (!first.isZero(k) && !second.isZero(k)) {
        all.add(first.eigenvalue(k).divide(second.eigenvalue(k)));
      }
    }
    if (!all.isEmpty()) {
      constant("infimum", all.stream().reduce(Oracle::min).orElseThrow(), names);
      constant("supremum", all.stream().reduce(Oracle::max).orElseThrow(), names);
    }
  }

  private boolean isRefuted(String reason) {
    Claims.OfKernel one = claims.kernels().get(0);
    Claims.OfKernel two = claims.kernels().get(claims.kernels().size() - 1);
    boolean isPair = claims.statement() == Claims.Statement.EQUIVALENCE;
    return switch (reason) {
      case "zero" ->
          isPair
              ? both(one, two)
                  .anyMatch(k -> opinion(one.kernel()).isZero(k) != opinion(two.kernel()).isZero(k))
              : claims.statement() == Claims.Statement.POSITIVITY
                  && one.rows().keySet().stream().anyMatch(opinion(one.kernel())::isZero);
      case "negative" ->
          claims.statement() != Claims.Statement.DECAY && (isNegative(one) || isNegative(two));
      case "sign" ->
          isPair
              && (both(one, two)
                      .anyMatch(
                          k -> opinion(one.kernel()).sign(k) * opinion(two.kernel()).sign(k) < 0)
                  || parities(one, two).anyMatch(p -> signOfTail(one, p) * signOfTail(two, p) < 0));
      case "exponent" ->
          isPair && parities(one, two).anyMatch(p -> !exponent(one, p).equals(exponent(two, p)));
      case "smooth" ->
          isPair
              ? isAnalytic(one) && hasTail(two) || isAnalytic(two) && hasTail(one)
              : claims.statement() == Claims.Statement.DECAY && isSmooth(one);
      case "rate" ->
          isPair
              && (one.kernel() instanceof GaussianKernel && two.kernel() instanceof GaussianKernel
                  || isGeometric(one) && isGeometric(two))
              && !one.kernel().equals(two.kernel());
      default -> false;
    };
  }

  private static java.util.stream.Stream<Long> both(Claims.OfKernel one, Claims.OfKernel two) {
    return one.rows().keySet().stream()
        .filter(k -> two.rows().containsKey(k) && k <= SecondOpinion.LAST);
  }

  private java.util.stream.Stream<Parity> parities(Claims.OfKernel one, Claims.OfKernel two) {
    return java.util.Arrays.stream(Parity.values())
        .filter(p -> from(one, p).isPresent() && from(two, p).isPresent());
  }

  private boolean isNegative(Claims.OfKernel kernel) {
    SecondOpinion opinion = opinion(kernel.kernel());
    return kernel.rows().keySet().stream()
            .anyMatch(k -> k <= SecondOpinion.LAST && opinion.sign(k) < 0)
        || java.util.Arrays.stream(Parity.values())
            .anyMatch(p -> from(kernel, p).isPresent() && signOfTail(kernel, p) < 0);
  }

  private int signOfTail(Claims.OfKernel kernel, Parity parity) {
    Term leading = opinion(kernel.kernel()).terms(parity).get(0);
    return leading.coefficient().signum()
        * opinion(kernel.kernel()).kappa(leading.exponent()).signum();
  }

  private static boolean hasTail(Claims.OfKernel kernel) {
    return !kernel.tails().isEmpty() || !kernel.expansions().isEmpty();
  }

  /** Smooth, with a geometric law or without any. */
  private boolean isAnalytic(Claims.OfKernel kernel) {
    return isSmooth(kernel) || opinion(kernel.kernel()).singularity().isPresent();
  }

  private static boolean isSmooth(Claims.OfKernel kernel) {
    return kernel.kernel() instanceof GaussianKernel
        || kernel.kernel() instanceof PolynomialKernel
        || isGeometric(kernel)
        || kernel.kernel() instanceof FiniteSpectrumKernel;
  }

  private static boolean isGeometric(Claims.OfKernel kernel) {
    return kernel.kernel() instanceof HeatKernel || kernel.kernel() instanceof PoissonKernel;
  }
}
