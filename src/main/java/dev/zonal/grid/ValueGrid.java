package dev.zonal.grid;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.context.StoppedException;
import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.CertifiedValue;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.SpectrumResult.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The values of every kernel at every point: a block for each kernel, in the order given.
 *
 * @param points u, not empty, each from -1 to 1
 */
public record ValueGrid(List<Kernel> kernels, List<Rational> points, int digits, Scale scale) {
  /** Computes the blocks; the points that a stopped context does not reach are gaps. */
  public List<Block<Key.Value>> compute(Context context) {
    List<Block<Key.Value>> blocks = new ArrayList<>();
    long all = (long) kernels.size() * points.size();
    long done = 0;
    for (Kernel kernel : kernels) {
      List<Row<Key.Value>> rows = new ArrayList<>();
      List<Gap<Key.Value>> gaps = new ArrayList<>();
      for (Rational u : points) {
        Key.Value key = new Key.Value(kernel, u, digits, scale);
        Certification<CertifiedNumber> value = value(key, context);
        if (value.isCertified()) {
          rows.add(new Row<>(key, value.get(), Optional.empty()));
        } else {
          gaps.add(new Gap<>(key, Cause.NOT_CERTIFIED, value.refusal().get()));
        }
        context.heard(++done, all);
      }
      blocks.add(new Block<>(new Key.Value(kernel, points.get(0), digits, scale), rows, gaps));
    }
    return List.copyOf(blocks);
  }

  private static Certification<CertifiedNumber> value(Key.Value key, Context context) {
    try {
      context.check();
      return CertifiedValue.of(key.kernel(), key.scale(), key.u(), key.digits())
          .map(v -> new CertifiedNumber(v.rounded(), v.enclosure(), v.exact(), key.digits()));
    } catch (StoppedException e) {
      return Certification.refused(e.getMessage());
    }
  }
}
