package dev.zonal.spectrum;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Memo;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaQuotient;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.arithmetic.function.Refinement.Attempt;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.SpectrumResult.Cause;
import dev.zonal.spectrum.SpectrumResult.Failure;
import dev.zonal.spectrum.tail.RationalKnowledge;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.spectrum.value.Sphere;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Computes eigenvalues to a number of significant decimal digits, every one proved: where an
 * enclosure does not decide how the eigenvalue rounds, it is computed again to a higher precision.
 *
 * <p>An engine remembers the spectra that it was asked for last, and is thread-safe.
 */
public final class Engine {
  private static final int ATTEMPTS = 4;

  private static final int MOST_SPECTRA = 256;

  private record Key(Kernel kernel, int dimension) {}

  private final Memo<Kernel, Spectrum> kernels = new Memo<>(MOST_SPECTRA);
  private final Memo<Key, Spectrum> spectra = new Memo<>(MOST_SPECTRA);

  /** The spectrum of a kernel on one sphere, shared by all requests to this engine. */
  public Spectrum spectrum(Kernel kernel, int dimension) {
    return spectra.get(
        new Key(kernel, dimension),
        key -> kernels.get(kernel, k -> Spectrum.of(k, dimension)).onSphere(dimension));
  }

  /** Answers {@code request}; frequencies that could not be certified are among the failures. */
  public SpectrumResult compute(SpectrumRequest request, Context context) {
    return Refinement.of(BallArithmetic.bitsFor(request.digits()) + Precision.ROUNDING, ATTEMPTS)
        .run(new Rounding(request, context)::attempt);
  }

  /** The eigenvalues of one request while the precision grows. */
  private final class Rounding {
    private final SpectrumRequest request;
    private final Context context;
    private final SortedSet<Long> open;
    private final SortedMap<Long, Eigenvalue> decided = new TreeMap<>();
    private final SortedMap<Long, Failure> failures = new TreeMap<>();

    Rounding(SpectrumRequest request, Context context) {
      this.request = request;
      this.context = context;
      this.open = new TreeSet<>(request.frequencies());
    }

    Attempt<SpectrumResult> attempt(int bits) {
      Factor factor = Factor.of(request, BallArithmetic.ofBits(bits + Precision.ROUNDING));
      spectrum(request.kernel(), request.dimension())
          .enclose(
              new TreeSet<>(open),
              bits,
              request.method(),
              context,
              (k, enclosure) ->
                  enclosure
                      .refusal()
                      .ifPresentOrElse(
                          reason -> refuse(k, reason), () -> round(k, enclosure.get(), factor)));
      return new Attempt<>(
          new SpectrumResult(List.copyOf(decided.values()), List.copyOf(failures.values())),
          open.isEmpty() ? 0 : bits / 4 + 64);
    }

    private void refuse(long k, String reason) {
      open.remove(k);
      failures.put(k, new Failure(k, Cause.NOT_CERTIFIED, reason));
    }

    private void round(long k, Enclosure enclosure, Factor factor) {
      Certification<Optional<Eigenvalue>> rounded =
          Certification.of(() -> factor.apply(k, enclosure, request.digits()));
      Optional<Eigenvalue> eigenvalue = rounded.value().flatMap(found -> found);
      if (eigenvalue.isPresent()) {
        open.remove(k);
        failures.remove(k);
        decided.put(k, eigenvalue.get());
      } else {
        String reason =
            rounded.refusal().orElse("rounding not decided at " + factor.bits() + " bits");
        failures.put(k, new Failure(k, Cause.ROUNDING_UNDECIDED, reason));
      }
    }
  }

  /** What the unit eigenvalue for the probability measure is multiplied by. */
  private record Factor(Optional<PiRational> exact, Ball ball, BallArithmetic over) {
    static Factor of(SpectrumRequest request, BallArithmetic over) {
      Ball ball = Ball.exact(1);
      if (request.normalization() == SpectrumRequest.Normalization.SURFACE) {
        ball = over.multiply(ball, new Sphere(request.dimension()).area().in(over));
      }
      if (request.scale() == SpectrumRequest.Scale.PAPER) {
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

    /** The precision of the enclosures that are multiplied. */
    int bits() {
      return over.bits() - Precision.ROUNDING;
    }

    Optional<Eigenvalue> apply(long k, Enclosure enclosure, int digits) {
      Ball product = over.multiply(enclosure.ball(), ball);
      Optional<PiRational> value = exact(enclosure);
      Optional<BigDecimal> rounded =
          value.flatMap(PiRational::rational).map(rational -> rational.decimal(digits));
      if (rounded.isEmpty()) {
        rounded = product.decimal(digits);
      }
      return rounded.map(x -> new Eigenvalue(k, enclosure.method(), x, product, value));
    }

    private Optional<PiRational> exact(Enclosure enclosure) {
      return enclosure.isExactZero()
          ? Optional.of(PiRational.ZERO)
          : enclosure.exact().flatMap(value -> exact.map(value::multiply));
    }
  }
}
