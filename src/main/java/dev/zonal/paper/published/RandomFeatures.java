package dev.zonal.paper.published;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.lab.approximation.ErrorExperiment;
import dev.zonal.lab.approximation.LimitKernel;
import dev.zonal.lab.estimate.Estimate;
import dev.zonal.lab.estimate.FeatureCounts;
import dev.zonal.lab.estimate.Moment;
import dev.zonal.lab.estimate.SampledMoments;
import dev.zonal.lab.estimate.Statistic;
import dev.zonal.lab.feature.FeatureMethod;
import dev.zonal.lab.feature.FeaturePlan;
import dev.zonal.lab.ridge.FeatureRidge;
import dev.zonal.lab.ridge.KernelRidge;
import dev.zonal.lab.ridge.Problem;
import dev.zonal.lab.ridge.Regression;
import dev.zonal.lab.ridge.Target;
import dev.zonal.lab.sample.RandomStream;
import dev.zonal.lab.sample.SampleMean;
import dev.zonal.lab.training.PowerFit;
import dev.zonal.paper.Bench;
import dev.zonal.paper.Comparison;
import dev.zonal.paper.Evidence;
import dev.zonal.paper.Finding;
import dev.zonal.paper.Paper;
import dev.zonal.paper.PaperClaim;
import dev.zonal.report.document.Words;
import dev.zonal.report.plot.TableFigure;
import dev.zonal.spectrum.CertifiedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Han et al. and Zandieh et al. on random features of tangent kernels. */
public final class RandomFeatures {
  private static final int DIMENSION = 5;
  private static final int COUNT = 32;
  private static final int SAMPLES = 20_000;
  private static final int DIGITS = 20;
  private static final int POINTS = 40;
  private static final int REPEATS = 100;
  private static final Rational COSINE = Rational.of(1, 2);

  private RandomFeatures() {}

  /** The papers. */
  public static Paper paper() {
    return new Paper(
        "features",
        "I. Han, H. Avron, N. Shoham, C. Kim, J. Shin, Random features for the neural tangent"
            + " kernel, 2021; A. Zandieh, I. Han, H. Avron, N. Shoham, C. Kim, J. Shin, Scaling"
            + " neural tangent kernels via sketching and random features, NeurIPS 2021",
        List.of(
            PaperClaim.of(
                "unbiased",
                "The mean of the features of one hidden layer is the tangent kernel.",
                "the construction",
                RandomFeatures::unbiased),
            PaperClaim.of(
                "leverage",
                "Drawing by leverage scores makes the second moment of the ramps smaller: here by"
                    + " the factor $d/(d+2)$.",
                "leverage-score sampling; theory, Lemma 26.1",
                RandomFeatures::leverage),
            PaperClaim.of(
                "rate",
                "The spectral error falls like $M^{-1/2}$ with the number $M$ of features.",
                "spectral approximation theorem",
                RandomFeatures::rate),
            PaperClaim.of(
                "fewer",
                "Fewer features do than the gradient of a network has.",
                "experiments",
                RandomFeatures::fewer),
            PaperClaim.knownAsFalse(
                "no-loss",
                "Regression with features loses nothing against the kernel itself.",
                "abstract: without loss of performance; here of a sum of twelve waves",
                RandomFeatures::loss)));
  }

  private static Finding unbiased(Bench bench) {
    FeatureCounts counts = new FeatureCounts(DIMENSION, COUNT, COUNT);
    List<Comparison> all = new ArrayList<>();
    for (Estimate estimate : List.of(Estimate.TANGENT_GAUSSIAN, Estimate.TANGENT_SPHERE)) {
      Certification<CertifiedValue> mean =
          new Moment(estimate, Statistic.MEAN, counts).certify(COSINE, DIGITS);
      SampleMean sample =
          SampledMoments.of(
                  estimate,
                  counts,
                  List.of(COSINE),
                  SAMPLES,
                  bench.seed(),
                  bench.context().silent())
              .mean(0);
      String quantity =
          "standard errors between the mean and the kernel, %s".formatted(Words.of(estimate));
      all.add(
          mean.isCertified()
              ? Comparison.of(
                  quantity, Bench.number("0", "5"), sample.z(mean.get().enclosure().toDouble()))
              : Comparison.open(quantity, "0", mean.refusal().orElseThrow()));
    }
    return Finding.of(Evidence.SAMPLE, all).by("lab features moments --at 1/2 --samples 20000");
  }

  private static Finding leverage(Bench bench) {
    List<Comparison> all = new ArrayList<>();
    for (int dimension : new int[] {3, DIMENSION, 10}) {
      FeatureCounts counts = new FeatureCounts(dimension, COUNT, COUNT);
      Certification<Ball> quotient =
          second(Estimate.KAPPA1_SPHERE, counts)
              .flatMap(
                  sphere ->
                      second(Estimate.KAPPA1_GAUSSIAN, counts)
                          .map(gaussian -> Slopes.OVER.divide(sphere, gaussian)));
      Rational factor = Rational.of(dimension, dimension + 2L);
      String quantity = "quotient of the second moments, $d = %d$".formatted(dimension);
      all.add(
          quotient.isCertified()
              ? Comparison.of(
                  quantity,
                  factor.toString(),
                  Slopes.shown(quotient.get()),
                  quotient.get().contains(factor))
              : Comparison.open(quantity, factor.toString(), quotient.refusal().orElseThrow()));
    }
    return Finding.of(Evidence.CERTIFIED, all).by("lab features moments --at 1/2 --samples 0");
  }

  /** The mean square of what one ramp contributes. */
  private static Certification<Ball> second(Estimate estimate, FeatureCounts counts) {
    Certification<Ball> mean = moment(estimate, Statistic.MEAN, counts);
    return moment(estimate, Statistic.VARIANCE, counts)
        .flatMap(
            variance ->
                mean.map(
                    m ->
                        Slopes.OVER.add(
                            Slopes.OVER.scale(variance, Rational.of(counts.ramps())),
                            Slopes.OVER.square(m))));
  }

  private static Certification<Ball> moment(
      Estimate estimate, Statistic statistic, FeatureCounts counts) {
    return new Moment(estimate, statistic, counts)
        .certify(COSINE, DIGITS)
        .map(CertifiedValue::enclosure);
  }

  private static SampleMean error(Bench bench, FeatureMethod method, int size) {
    FeaturePlan plan = new FeaturePlan(method, 1, size, 2, OptionalInt.empty());
    return ErrorExperiment.of(
            1, DIMENSION, POINTS, List.of(1.0), bench.seed(), bench.context().silent())
        .of(plan, REPEATS, bench.seed(), bench.context().silent())
        .get(0)
        .error();
  }

  private static Finding rate(Bench bench) {
    List<Integer> sizes = List.of(128, 512, 2048);
    List<TableFigure.Row> rows = new ArrayList<>();
    PowerFit fit = PowerFit.of(sizes, errors(bench, FeatureMethod.SPHERE_EXACT, sizes, rows));
    errors(bench, FeatureMethod.GRADIENT, sizes, rows);
    return Finding.of(
            Evidence.SAMPLE,
            List.of(
                Comparison.of(
                    "exponent of the error against $M$ from 128 to 2048, standard error %s"
                        .formatted(Comparison.shown(fit.error())),
                    Bench.number("-0.5", "0.08"),
                    fit.slope())))
        .with(
            TableFigure.of(
                new TableFigure.Columns("features", "error", "method", true, true),
                rows,
                REPEATS + " draws for each number of features, lambda = 1"))
        .by("lab features error --method sphere-exact,gradient --repeats 100");
  }

  private static List<SampleMean> errors(
      Bench bench, FeatureMethod method, List<Integer> sizes, List<TableFigure.Row> rows) {
    List<SampleMean> means = new ArrayList<>();
    for (int size : sizes) {
      SampleMean mean = error(bench, method, size);
      means.add(mean);
      rows.add(new TableFigure.Row(Words.of(method), size, mean.mean()));
    }
    return means;
  }

  private static Finding fewer(Bench bench) {
    List<Comparison> all = new ArrayList<>();
    for (int size : new int[] {512, 2048}) {
      SampleMean features = error(bench, FeatureMethod.SPHERE_EXACT, size);
      SampleMean gradient = error(bench, FeatureMethod.GRADIENT, size);
      all.add(
          Comparison.of(
              "spectral error of %d features".formatted(size),
              "below %s of the gradient".formatted(Comparison.shown(gradient.mean())),
              Comparison.shown(features.mean()),
              features.mean() + SampleMean.SIGMAS * features.standardError()
                  < gradient.mean() - SampleMean.SIGMAS * gradient.standardError()));
    }
    return Finding.of(Evidence.SAMPLE, all)
        .by("lab features error --method sphere-exact,gradient --features 512,2048 --repeats 100");
  }

  private static Finding loss(Bench bench) {
    double lambda = 0.05;
    Problem problem = Problem.of(Target.WAVES, 10, 1000, 1000, bench.seed());
    Regression exact =
        new KernelRidge(new LimitKernel(1), lambda).of(problem, bench.context().silent());
    FeaturePlan plan = new FeaturePlan(FeatureMethod.SPHERE_EXACT, 1, 1024, 2, OptionalInt.empty());
    Regression features =
        new FeatureRidge(plan.of(10).draw(RandomStream.of(bench.seed())), lambda)
            .of(problem, bench.context().silent());
    double kernelError = problem.score(exact.predictions()).relative();
    double featureError = problem.score(features.predictions()).relative();
    return Finding.of(
            Evidence.SAMPLE,
            List.of(
                Comparison.of(
                    "relative error of 1024 features, 1000 points of $R^{10}$",
                    "%s of the kernel, within 10 %%".formatted(Comparison.shown(kernelError)),
                    Comparison.shown(featureError),
                    featureError <= 1.1 * kernelError)))
        .by("lab features regress --count 1000 --features 1024");
  }
}
