package dev.zonal.lab.feature;

import dev.zonal.lab.sketch.TensorMethod;
import java.util.Optional;

/** Ways to features of the tangent kernel of a ReLU network. */
public enum FeatureMethod {
  /** Steps and ramps of Gaussian vectors, and their tensor product. */
  GAUSSIAN_EXACT(Directions.GAUSSIAN, TensorMethod.EXACT),
  /** The same by uniform directions. */
  SPHERE_EXACT(Directions.SPHERE, TensorMethod.EXACT),
  /** The same by orthogonal directions. */
  ORTHOGONAL_EXACT(Directions.ORTHOGONAL, TensorMethod.EXACT),
  /** Gaussian vectors, and a TensorSRHT of the tensor product. */
  GAUSSIAN_SRHT(Directions.GAUSSIAN, TensorMethod.SRHT),
  /** The same by uniform directions. */
  SPHERE_SRHT(Directions.SPHERE, TensorMethod.SRHT),
  /** The same by orthogonal directions. */
  ORTHOGONAL_SRHT(Directions.ORTHOGONAL, TensorMethod.SRHT),
  /** Gaussian vectors, and a CountSketch of the tensor product. */
  GAUSSIAN_COUNT(Directions.GAUSSIAN, TensorMethod.COUNT),
  /** The same by uniform directions. */
  SPHERE_COUNT(Directions.SPHERE, TensorMethod.COUNT),
  /** The same by orthogonal directions. */
  ORTHOGONAL_COUNT(Directions.ORTHOGONAL, TensorMethod.COUNT),
  /** The gradient of a network of one hidden layer. */
  GRADIENT(Directions.GAUSSIAN, null),
  /** Sketches of the powers of u in a polynomial. */
  POLYNOMIAL(null, null);

  private final Directions law;
  private final TensorMethod tensor;

  FeatureMethod(Directions law, TensorMethod tensor) {
    this.law = law;
    this.tensor = tensor;
  }

  /** The law of the weight vectors, where there are any. */
  public Optional<Directions> law() {
    return Optional.ofNullable(law);
  }

  /** What is done to tensor products, where there are any. */
  public Optional<TensorMethod> tensor() {
    return Optional.ofNullable(tensor);
  }
}
