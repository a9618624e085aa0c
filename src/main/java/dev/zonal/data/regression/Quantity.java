package dev.zonal.data.regression;

/** What is computed of a regression f = sum c_i K(x_i, .). */
public enum Quantity {
  /** c_i. */
  COEFFICIENT,

  /** y_i less the value at x_i of the regression from all other points. */
  LEAVE_ONE_OUT,

  /** The norm of f in the space of the kernel. */
  NORM,

  /** f at a further point. */
  PREDICTION,

  /** On the circle, by how much the slope of f on the right of x_i exceeds that on the left. */
  KINK,

  /** The derivative of f by the angle where x_i is approached from smaller angles. */
  SLOPE_LEFT,

  /** The same from larger angles. */
  SLOPE_RIGHT,

  /** The sum of the sizes of all kinks at points x_i. */
  KINKS
}
