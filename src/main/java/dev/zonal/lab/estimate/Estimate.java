package dev.zonal.lab.estimate;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.lab.feature.Directions;
import dev.zonal.lab.feature.FeatureMap;
import dev.zonal.lab.feature.GradientFeatures;
import dev.zonal.lab.feature.RampFeatures;
import dev.zonal.lab.feature.StepFeatures;
import dev.zonal.lab.feature.TangentFeatures;
import dev.zonal.lab.sample.RandomStream;
import dev.zonal.lab.sketch.TensorMethod;
import java.util.List;

/** What random features of two points on the unit sphere estimate, and by which features. */
public enum Estimate {
  /** kappa_0(u) by m0 steps. */
  KAPPA0(Part.STEPS, Directions.GAUSSIAN),
  /** kappa_1(u) by m1 ramps of Gaussian vectors. */
  KAPPA1_GAUSSIAN(Part.RAMPS, Directions.GAUSSIAN),
  /** The same by directions that are uniform on the sphere. */
  KAPPA1_SPHERE(Part.RAMPS, Directions.SPHERE),
  /** The same by orthogonal directions; no closed form of the variance is known here. */
  KAPPA1_ORTHOGONAL(Part.RAMPS, Directions.ORTHOGONAL),
  /** The tangent kernel of one hidden layer, kappa_1 + u kappa_0, by the exact tensor. */
  TANGENT_GAUSSIAN(Part.TANGENT, Directions.GAUSSIAN),
  /** The same by uniform directions. */
  TANGENT_SPHERE(Part.TANGENT, Directions.SPHERE),
  /** The same by the gradient of a network of m1 neurons. */
  GRADIENT(Part.GRADIENT, Directions.GAUSSIAN),
  /** kappa_1(kappa_1(u)) by m1 ramps of m1 ramps. */
  DEEP_GAUSSIAN(Part.DEEP, Directions.GAUSSIAN),
  /** The same by uniform directions. */
  DEEP_SPHERE(Part.DEEP, Directions.SPHERE);

  /** The kinds of features. */
  private enum Part {
    STEPS,
    RAMPS,
    TANGENT,
    GRADIENT,
    DEEP
  }

  private final Part part;
  private final Directions law;

  Estimate(Part part, Directions law) {
    this.part = part;
    this.law = law;
  }

  /** What is known of it. */
  public List<Statistic> statistics() {
    if (part == Part.DEEP) {
      return List.of(Statistic.FIRST_ORDER_BIAS, Statistic.FIRST_ORDER_MEAN);
    }
    return law == Directions.ORTHOGONAL
        ? List.of(Statistic.MEAN)
        : List.of(Statistic.MEAN, Statistic.VARIANCE);
  }

  /** Draws the features. */
  FeatureMap draw(FeatureCounts counts, RandomStream stream) {
    int d = counts.dimension();
    int ramps = counts.ramps();
    return switch (part) {
      case STEPS -> StepFeatures.draw(law, counts.steps(), d, stream);
      case RAMPS -> RampFeatures.draw(law, ramps, d, stream);
      case TANGENT ->
          TangentFeatures.draw(
              law,
              TensorMethod.EXACT,
              1,
              new TangentFeatures.Widths(ramps, counts.steps(), 0),
              d,
              stream);
      case GRADIENT -> GradientFeatures.draw(law, ramps, d, stream);
      case DEEP ->
          RampFeatures.draw(law, ramps, d, stream)
              .then(RampFeatures.draw(law, ramps, ramps, stream));
    };
  }

  /** E|w|^4/(d (d + 2)): for vectors of length sqrt(d) it is d/(d + 2). */
  private Rational radial(FeatureCounts counts) {
    return law == Directions.GAUSSIAN
        ? Rational.ONE
        : Rational.of(counts.dimension(), counts.dimension() + 2L);
  }

  /** The kernel that is estimated. */
  <T> T kernel(Arithmetic<T> over, Angle<T> angle) {
    return switch (part) {
      case STEPS -> angle.kappa0();
      case RAMPS -> angle.kappa1();
      case TANGENT, GRADIENT ->
          over.add(angle.kappa1(), over.multiply(angle.cosine(), angle.kappa0()));
      case DEEP -> angle.throughLayer(1, over.of(1), over.of(0)).kappa1();
    };
  }

  /** The variance, where it is known. */
  <T> T variance(Arithmetic<T> over, Angle<T> angle, FeatureCounts counts) {
    AngleMoments<T> moments = AngleMoments.of(over, angle, radial(counts));
    Rational perRamp = Rational.of(1, counts.ramps());
    return switch (part) {
      case STEPS -> over.scale(moments.stepVariance(), Rational.of(1, counts.steps()));
      case RAMPS -> over.scale(moments.rampVariance(), perRamp);
      case TANGENT -> moments.tangentVariance(counts.ramps(), counts.steps());
      case GRADIENT -> over.scale(moments.gradientVariance(), perRamp);
      case DEEP -> over.unknown("the variance of two layers is not known");
    };
  }

  /** The bias to order 1/m1. */
  <T> T bias(Arithmetic<T> over, Angle<T> angle, FeatureCounts counts) {
    return part == Part.DEEP
        ? over.scale(
            AngleMoments.of(over, angle, radial(counts)).deepBias(), Rational.of(1, counts.ramps()))
        : over.of(0);
  }
}
