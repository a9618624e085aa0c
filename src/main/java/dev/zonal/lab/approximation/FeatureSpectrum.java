package dev.zonal.lab.approximation;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import dev.zonal.kernel.elementary.ArcCosineKernel;
import dev.zonal.lab.feature.Directions;
import dev.zonal.lab.feature.DoubleVector;
import dev.zonal.lab.sample.RandomStream;
import dev.zonal.lab.sample.Replicates;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Sphere;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The eigenvalues of the kernel that m ramps make, which are those of a matrix of their weight
 * vectors (docs/theory.md, Proposition 26.11), in clusters of the multiplicities of the certified
 * eigenvalues of kappa_1.
 *
 * @param levels by the eigenvalue of kappa_1, the largest first, then those that are zero
 * @param rest the sum of the eigenvalues that belong to no cluster
 */
public record FeatureSpectrum(List<Level> levels, double rest) {
  private static final int BITS = 80;

  /**
   * One frequency.
   *
   * @param eigenvalue of kappa_1 on the sphere
   * @param exact the same, where it is known
   * @param cluster the eigenvalues of the features, the largest first; empty where that of kappa_1
   *     is zero
   */
  public record Level(
      long k,
      BigInteger multiplicity,
      Ball eigenvalue,
      Optional<PiRational> exact,
      List<Double> cluster) {
    /** Their mean. */
    public Optional<Double> mean() {
      return cluster.isEmpty()
          ? Optional.empty()
          : Optional.of(cluster.stream().mapToDouble(x -> x).sum() / cluster.size());
    }

    private boolean isZero() {
      return eigenvalue.isExact() && eigenvalue.containsZero();
    }
  }

  /**
   * The spectrum of features that are drawn.
   *
   * @param count m, the number of ramps
   * @param dimension d of the sphere's space, at least 2
   * @return refused if an eigenvalue of kappa_1 is
   */
  @SuppressWarnings("EnumOrdinal")
  public static Certification<FeatureSpectrum> of(
      Directions law, int count, int dimension, long seed, Context context) {
    return levels(count, dimension, context)
        .map(
            levels -> {
              double[][] weights = law.draw(count, dimension, RandomStream.of(seed, law.ordinal()));
              double[] found = RegularisedMatrix.eigenvalues(matrix(weights, context));
              return clustered(levels, found);
            });
  }

  /** |w_i| |w_j| kappa_1(cosine)/(m d). */
  static double[][] matrix(double[][] weights, Context context) {
    double count = (double) weights.length * weights[0].length;
    LimitCovariance covariance = new LimitCovariance();
    return Replicates.of(
            weights.length,
            i -> {
              double[] row = new double[weights.length];
              for (int j = 0; j < row.length; j++) {
                row[j] = covariance.between(weights[i], weights[j]) / count;
              }
              return row;
            },
            context)
        .toArray(double[][]::new);
  }

  /** |x||z| kappa_1. */
  private record LimitCovariance() {
    double between(double[] x, double[] z) {
      double lengths = DoubleVector.norm(x) * DoubleVector.norm(z);
      double u = LimitKernel.cosine(DoubleVector.dot(x, z) / lengths);
      return lengths * LimitKernel.kappa1(u);
    }
  }

  /** Those of kappa_1 whose harmonics the features have room for. */
  private static Certification<List<Level>> levels(int count, int dimension, Context context) {
    Sphere sphere = new Sphere(dimension);
    Spectrum spectrum = Spectrum.of(new ArcCosineKernel(1), dimension);
    List<Level> levels = new ArrayList<>();
    BigInteger used = BigInteger.ZERO;
    for (long k = 0; used.compareTo(BigInteger.valueOf(count)) <= 0; k++) {
      TreeSet<Long> wanted =
          LongStream.of(k).boxed().collect(Collectors.toCollection(TreeSet::new));
      Map<Long, Certification<Enclosure>> found =
          spectrum.enclose(wanted, BITS, Optional.empty(), context.silent());
      if (!found.get(k).isCertified()) {
        return Certification.refused(
            "eta_" + k + " is not certified: " + found.get(k).refusal().orElseThrow());
      }
      Enclosure enclosure = found.get(k).get();
      BigInteger multiplicity = sphere.exactMultiplicity(k).orElseThrow();
      Level level = new Level(k, multiplicity, enclosure.ball(), enclosure.exact(), List.of());
      if (!level.isZero()) {
        used = used.add(multiplicity);
      }
      levels.add(level);
    }
    return Certification.certified(levels);
  }

  /** The largest eigenvalues to the largest level, and so on, as far as whole clusters go. */
  private static FeatureSpectrum clustered(List<Level> levels, double[] found) {
    List<Level> sorted = new ArrayList<>(levels);
    sorted.sort(
        Comparator.comparing(Level::isZero)
            .thenComparing(level -> -level.eigenvalue.toDouble())
            .thenComparing(Level::k));
    List<Level> filled = new ArrayList<>();
    int from = 0;
    for (Level level : sorted) {
      if (level.isZero()) {
        filled.add(level);
        continue;
      }
      int size = level.multiplicity.min(BigInteger.valueOf(found.length + 1L)).intValueExact();
      if (from + size <= found.length) {
        List<Double> cluster = new ArrayList<>();
        for (int i = from; i < from + size; i++) {
          cluster.add(found[i]);
        }
        filled.add(
            new Level(
                level.k, level.multiplicity, level.eigenvalue, level.exact, List.copyOf(cluster)));
        from += size;
      }
    }
    double rest = 0;
    for (int i = from; i < found.length; i++) {
      rest += found[i];
    }
    return new FeatureSpectrum(filled, rest);
  }
}
