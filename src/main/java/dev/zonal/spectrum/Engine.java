package dev.zonal.spectrum;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.ArithmeticLimit;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaQuotient;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.tail.RationalKnowledge;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Sphere;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Computes eigenvalues to a number of significant decimal digits, every one proved: where an
 * enclosure does not decide how the eigenvalue rounds, it is computed again to a higher precision.
 *
 * <p>An engine remembers the spectra it was asked for, and is thread-safe.
 */
public final class Engine {
  /** An undecided rounding has a chance of about 2^-GUARD_BITS. */
  private static final int GUARD_BITS = 10;

  private static final int ATTEMPTS = 4;

  private record Key(Kernel kernel, int dimension) {}

  private final Map<Kernel, Spectrum> kernels = new ConcurrentHashMap<>();
  private final Map<Key, Spectrum> spectra = new ConcurrentHashMap<>();

  /** The spectrum of a kernel on one sphere, shared by all requests to this engine. */
  public Spectrum spectrum(Kernel kernel, int dimension) {
    return spectra.computeIfAbsent(
        new Key(kernel, dimension),
        key -> kernels.computeIfAbsent(kernel, k -> Spectrum.of(k, dimension)).onSphere(dimension));
  }

  /** Answers {@code request}; frequencies that could not be certified are among the failures. */
  public SpectrumResult compute(SpectrumRequest request, Context context) {
    Spectrum spectrum = spectrum(request.kernel(), request.dimension());
    Map<Long, Eigenvalue> decided = new TreeMap<>();
    List<SpectrumResult.Failure> failures = new ArrayList<>();
    SortedSet<Long> open = new TreeSet<>(request.frequencies());
    int bits = BallArithmetic.bitsFor(request.digits()) + GUARD_BITS;
    for (int attempt = 1; !open.isEmpty(); attempt++, bits += bits / 4 + 64) {
      Map<Long, Enclosure> enclosures = spectrum.enclose(open, bits, request.method(), context);
      Factor factor = Factor.of(request, BallArithmetic.ofBits(bits + GUARD_BITS));
      for (Map.Entry<Long, Enclosure> entry : enclosures.entrySet()) {
        long k = entry.getKey();
        Optional<Eigenvalue> eigenvalue = Optional.empty();
        String reason = "rounding not decided at " + bits + " bits";
        SpectrumResult.Cause cause = SpectrumResult.Cause.ROUNDING_UNDECIDED;
        if (entry.getValue() instanceof Enclosure.Certified certified) {
          try {
            eigenvalue = factor.apply(k, certified, request.digits());
          } catch (ArithmeticException limit) {
            reason = ArithmeticLimit.reason(limit);
          }
        } else if (entry.getValue() instanceof Enclosure.Refused refused) {
          reason = refused.reason();
          cause = SpectrumResult.Cause.NOT_CERTIFIED;
        }
        if (eigenvalue.isPresent()) {
          decided.put(k, eigenvalue.get());
          open.remove(k);
        } else if (entry.getValue() instanceof Enclosure.Refused || attempt == ATTEMPTS) {
          failures.add(new SpectrumResult.Failure(k, cause, reason));
          open.remove(k);
        }
      }
    }
    failures.sort(java.util.Comparator.comparingLong(SpectrumResult.Failure::frequency));
    return new SpectrumResult(List.copyOf(decided.values()), List.copyOf(failures));
  }

  /** What the unit eigenvalue for the probability measure is multiplied by. */
  private record Factor(Optional<PiRational> exact, Ball ball, BallArithmetic over) {

    static Factor of(SpectrumRequest request, BallArithmetic over) {
      boolean surface = request.normalization() == SpectrumRequest.Normalization.SURFACE;
      boolean paper = request.scale() == SpectrumRequest.Scale.PAPER;
      Ball ball = Ball.exact(1);
      if (surface) {
        ball = over.multiply(ball, new Sphere(request.dimension()).area().in(over));
      }
      if (paper) {
        ball = over.multiply(ball, request.kernel().paperScale(over));
      }
      return new Factor(exact(request), ball, over);
    }

    /** The factor where it is known to be a rational multiple of a power of pi. */
    private static Optional<PiRational> exact(SpectrumRequest request) {
      Optional<PiRational> area = Optional.of(PiRational.of(Rational.ONE));
      if (request.normalization() == SpectrumRequest.Normalization.SURFACE) {
        GammaQuotient product = new Sphere(request.dimension()).area();
        area = product.isWritable() ? Optional.of(product.exact()) : Optional.empty();
      }
      return request.scale() == SpectrumRequest.Scale.PAPER
          ? area.flatMap(
              a -> request.kernel().paperScale(RationalKnowledge.ARITHMETIC).map(a::scale))
          : area;
    }

    Optional<Eigenvalue> apply(long k, Enclosure.Certified certified, int digits) {
      Ball product = over.multiply(certified.ball(), ball);
      Optional<PiRational> value = exact(certified);
      Optional<BigDecimal> rounded =
          value.flatMap(PiRational::rational).map(rational -> rational.decimal(digits));
      if (rounded.isEmpty()) {
        rounded = product.decimal(digits);
      }
      return rounded.map(x -> new Eigenvalue(k, certified.method(), x, product, value));
    }

    private Optional<PiRational> exact(Enclosure.Certified certified) {
      return certified.isExactZero()
          ? Optional.of(PiRational.ZERO)
          : certified.exact().flatMap(value -> exact.map(value::multiply));
    }
  }
}
