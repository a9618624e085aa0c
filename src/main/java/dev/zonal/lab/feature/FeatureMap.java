package dev.zonal.lab.feature;

/** A map of points to vectors, once drawn, whose inner products estimate a kernel. */
public interface FeatureMap {
  /** The number of coordinates of the vectors. */
  int dimension();

  /** The vector of a point. */
  double[] of(double[] x);

  /** This map, and then another. */
  default FeatureMap then(FeatureMap next) {
    FeatureMap first = this;
    return new FeatureMap() {
      @Override
      public int dimension() {
        return next.dimension();
      }

      @Override
      public double[] of(double[] x) {
        return next.of(first.of(x));
      }
    };
  }

  /** What the features of two points estimate their kernel to be. */
  default double estimate(double[] x, double[] z) {
    return DoubleVector.dot(of(x), of(z));
  }
}
