package dev.zonal.verifier;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Interpolation;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.kernel.region.ChordDisc;
import dev.zonal.kernel.region.ChordExpansion;
import dev.zonal.kernel.region.KernelBox;
import dev.zonal.kernel.region.Region;
import dev.zonal.kernel.region.SupBound;
import dev.zonal.kernel.region.ThetaRectangle;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.exact.ExactSpectra;
import dev.zonal.spectrum.value.Eigenvalue.Method;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.ExactSpectrum;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.verifier.document.Balls;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the verifier finds out about one kernel on one sphere by itself, and keeps. */
final class KernelFacts {
  private static final int FIRST_ORDER = 32;

  /** Members whose expansions are interpolated, other ones than in a proof. */
  private static final int POINTS = 10;

  private static final int MEMBER_BITS = 144;

  private record Expansion(Chart end, int bits, int order, double scale) {}

  private record Quadrature(long k, int bits) {}

  /** The same function: its regions are the same however it is written, their bounds are not. */
  private final Kernel normalForm;

  private final Spectrum spectrum;
  private final Optional<ExactSpectrum> exact;
  private final Map<Region, SupBound<? extends Region>> regions;
  private final Map<Expansion, ChordExpansion> expansions;
  private final Map<Expansion, List<ChordExpansion>> ofMembers;

  /** All members, where the kernel stands for more than one. */
  private final Optional<KernelBox> members;

  private final Map<Quadrature, Certification<Enclosure>> quadratures = new HashMap<>();

  KernelFacts(Kernel kernel, int dimension) {
    this(Spectrum.of(kernel, dimension), new HashMap<>(), new HashMap<>(), new HashMap<>());
  }

  private KernelFacts(
      Spectrum spectrum,
      Map<Region, SupBound<? extends Region>> regions,
      Map<Expansion, ChordExpansion> expansions,
      Map<Expansion, List<ChordExpansion>> ofMembers) {
    this.normalForm = spectrum.kernel().normalForm();
    this.spectrum = spectrum;
    this.exact = ExactSpectra.of(spectrum.kernel(), spectrum.dimension());
    this.regions = regions;
    this.expansions = expansions;
    this.ofMembers = ofMembers;
    this.members = KernelBox.of(normalForm);
  }

  /** The same kernel on another sphere; regions and expansions do not depend on it. */
  KernelFacts onSphere(int dimension) {
    return new KernelFacts(spectrum.onSphere(dimension), regions, expansions, ofMembers);
  }

  /** The kernel as it is written. */
  Kernel kernel() {
    return spectrum.kernel();
  }

  int dimension() {
    return spectrum.dimension();
  }

  /** Certifies a region, Theorem 6.2. */
  SupBound<? extends Region> bound(Region region) {
    Kernel around = members.map(box -> box.widened().kernel()).orElse(normalForm);
    return regions.computeIfAbsent(region, r -> SupBound.of(around, r));
  }

  /** Whether the kernel is even in the chord at that end, Lemma 10.1. */
  boolean isEven(Chart end) {
    Expansion first = new Expansion(end, 64, 4, 1);
    try {
      return expansion(first).isEven();
    } catch (DomainException tooWide) {
      // Where one member is not even, all are treated as if they were not.
      KernelBox box = members.orElseThrow(() -> tooWide);
      BallArithmetic over = BallArithmetic.ofBits(first.bits);
      Kernel one = box.member(box.middle());
      if (ChordExpansion.of(one, end, over, first.order, first.scale).isEven()) {
        throw tooWide;
      }
      return false;
    }
  }

  /**
   * Whether the eigenvalues decay faster than any power: Theorem 11.5 with J = 0, even at both
   * ends, or Lemma 15.2.
   */
  boolean isSmooth() {
    if (kernel().structure() instanceof Structure.Spectral given) {
      return !(given instanceof Structure.LaplacianPower);
    }
    try {
      return isEven(Chart.CHORD)
          && isEven(Chart.ANTIPODAL_CHORD)
          && bound(new ThetaRectangle(0x1p-10)).isCertified();
    } catch (DomainException noPowerSeries) {
      return false;
    }
  }

  /** Whether Theorem 17.8 or 17.9 may give the kernel a geometric law, by which decay is proven. */
  boolean mayBeGeometric() {
    return kernel().arcSineForm().isPresent()
        || kernel().isComposedOfAnalyticDuals() && !kernel().isEntire();
  }

  /**
   * The coefficient of r^n at that end, n odd: exactly zero where a lemma says so.
   *
   * @param scale about the radius of convergence; any number gives a valid enclosure
   */
  Ball odd(Chart end, int n, int bits, double scale) {
    boolean near = end == Chart.CHORD;
    int first = near ? normalForm.firstOddExponent() : normalForm.firstOddExponentAtAntipode();
    if (n < first || isEven(end)) {
      return Balls.ZERO;
    }
    int order = FIRST_ORDER;
    while (order <= n) {
      order *= 2;
    }
    return members.isPresent()
        ? ofAll(new Expansion(end, MEMBER_BITS, order, scale), n)
        : expansion(new Expansion(end, bits, order, scale)).coefficient(n);
  }

  /** Corollary 28.5(b): by interpolation, on the disc whose radius is the scale. */
  private Ball ofAll(Expansion key, int n) {
    KernelBox box = members.get();
    double bound = bound(new ChordDisc(key.end, key.scale)).bound().get();
    Ball coefficient =
        Balls.product(Ball.exact(bound), Balls.OVER.power(Ball.exact(key.scale), -(long) n));
    List<ChordExpansion> expanded =
        ofMembers.computeIfAbsent(
            key,
            e ->
                Interpolation.points(POINTS, box.interval().lower(), box.interval().upper())
                    .stream()
                    .map(x -> ofMember(box.member(x), e))
                    .toList());
    List<Ball> values = expanded.stream().map(member -> member.coefficient(n)).toList();
    return Interpolation.of(values, coefficient, KernelBox.WITHIN_WIDENED)
        .range(Rational.of(-1), Rational.ONE);
  }

  private static ChordExpansion ofMember(Kernel member, Expansion key) {
    return ChordExpansion.of(
        member, key.end, BallArithmetic.ofBits(key.bits), key.order, key.scale);
  }

  private ChordExpansion expansion(Expansion key) {
    BallArithmetic over = BallArithmetic.ofBits(key.bits);
    return expansions.computeIfAbsent(
        key, e -> ChordExpansion.of(normalForm, e.end, over, e.order, e.scale));
  }

  /** From where on all eigenvalues of the parity are zero (Proposition 9.7, Lemmas 5.12, 9.8). */
  OptionalLong zerosFrom(Parity parity) {
    return ExactSpectra.zerosFrom(normalForm, exact, parity);
  }

  /** Whether a theorem makes all eigenvalues of the parity positive, Proposition 9.14, 17.4a. */
  boolean isPositive(Parity parity) {
    boolean odd = parity == Parity.ODD;
    return kernel().hasPositiveEigenvalues(odd)
        || kernel().series(new Exponents.Algebra()).filter(s -> s.isInfinite(odd)).isPresent();
  }

  /** The eigenvalue where it is known to be rational, exact zeros among them. */
  Optional<Rational> rational(long k) {
    if (kernel().structure() instanceof Structure.Spectral given) {
      return given.rational(dimension(), k);
    }
    OptionalLong zeros = exact.isEmpty() ? zerosFrom(Parity.of(k)) : OptionalLong.empty();
    return zeros.isPresent() && k >= zeros.getAsLong()
        ? Optional.of(Rational.ZERO)
        : exact.flatMap(spectrum -> spectrum.at(k).rational());
  }

  /** The eigenvalues below a frequency, as far as they can be enclosed. */
  SortedMap<Long, Ball> below(long end, int bits, Context context) {
    TreeSet<Long> frequencies = new TreeSet<>();
    for (long k = 0; k < end; k++) {
      frequencies.add(k);
    }
    SortedMap<Long, Ball> rows = new TreeMap<>();
    for (long k : frequencies) {
      rational(k).ifPresent(value -> rows.put(k, Balls.of(value)));
    }
    frequencies.removeAll(rows.keySet());
    integrate(frequencies, bits, context);
    for (long k : frequencies) {
      integral(k, bits, context).or(() -> series(k, bits)).ifPresent(ball -> rows.put(k, ball));
    }
    return rows;
  }

  /** The eigenvalue as the kernel is given by it, or by a closed form or series. */
  Optional<Ball> series(long k, int bits) {
    if (kernel().structure() instanceof Structure.Spectral given) {
      return Certification.of(
              () -> given.eigenvalue(BallArithmetic.ofBits(bits + 64), dimension(), k))
          .value();
    }
    try {
      return exact.map(spectrum -> spectrum.at(k).enclose(BallArithmetic.ofBits(bits)));
    } catch (DomainException uncertified) {
      return Optional.empty();
    }
  }

  /** Encloses eigenvalues by quadrature, all at once. */
  void integrate(SortedSet<Long> frequencies, int bits, Context context) {
    SortedSet<Long> open = new TreeSet<>(frequencies);
    open.removeIf(k -> quadratures.containsKey(new Quadrature(k, bits)));
    if (!open.isEmpty()) {
      spectrum
          .enclose(open, bits, Optional.of(Method.QUADRATURE), context)
          .forEach((k, enclosure) -> quadratures.put(new Quadrature(k, bits), enclosure));
    }
  }

  /** The eigenvalue by quadrature, if it can be enclosed so. */
  Optional<Ball> integral(long k, int bits, Context context) {
    integrate(new TreeSet<>(List.of(k)), bits, context);
    return quadratures.get(new Quadrature(k, bits)).value().map(Enclosure::ball);
  }
}
