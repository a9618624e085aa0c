package dev.zonal.spectrum;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Memo;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.arithmetic.function.Refinement.Attempt;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.SpectrumResult.Cause;
import dev.zonal.spectrum.SpectrumResult.Failure;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Precision;
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
          Certification.of(() -> rounded(k, enclosure, factor));
      Optional<Eigenvalue> eigenvalue = rounded.value().flatMap(found -> found);
      if (eigenvalue.isPresent()) {
        open.remove(k);
        failures.remove(k);
        decided.put(k, eigenvalue.get());
      } else {
        String reason =
            rounded.refusal().orElse("rounding not decided at " + bits(factor) + " bits");
        failures.put(k, new Failure(k, Cause.ROUNDING_UNDECIDED, reason));
      }
    }

    private Optional<Eigenvalue> rounded(long k, Enclosure enclosure, Factor factor) {
      Ball ball = factor.times(enclosure.ball());
      Optional<PiRational> exact = factor.times(enclosure.exact());
      return exact
          .flatMap(PiRational::rational)
          .map(rational -> rational.decimal(request.digits()))
          .or(() -> ball.decimal(request.digits()))
          .map(x -> new Eigenvalue(k, enclosure.method(), x, ball, exact));
    }

    /** The precision of the enclosures that are multiplied. */
    private static int bits(Factor factor) {
      return factor.over().bits() - Precision.ROUNDING;
    }
  }
}
