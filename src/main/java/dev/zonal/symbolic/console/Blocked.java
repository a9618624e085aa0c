package dev.zonal.symbolic.console;

import dev.zonal.symbolic.Origins;
import dev.zonal.symbolic.UnsupportedExpressionException;
import java.util.List;
import java.util.Locale;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.eval.interfaces.AbstractFunctionEvaluator;
import org.matheclipse.core.eval.interfaces.IFunctionEvaluator;
import org.matheclipse.core.expression.Context;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IBuiltInSymbol;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Takes the functions of Symja that reach files, processes, the network, the console or the Java
 * class path out of a session: calling one is an error. So is lifting the protection of Symja's own
 * functions, for their meaning is the same for all expressions, those of Zonal as well. Names of
 * directories and of the user have no value in it.
 */
final class Blocked {
  static final List<String> NAMES =
      List.of(
          """
          $BaseDirectory $HomeDirectory $InputFileName $Path $RootDirectory $ScriptCommandLine
          $TemporaryDirectory $UserBaseDirectory $UserName
          BinaryRead BinaryWrite Close CreateDirectory CreateFile Export ExportString FileFormat
          FileHash FileNames FilePrint Get Import ImportString InputStream Needs OpenAppend OpenRead
          OpenWrite OutputStream Put Read ReadList ReadString TestReport Write WriteString
          Exit Quit Run RunProcess StartProcess SystemOpen
          URLExecute URLFetch URLRead WolframAlpha
          Input InputString
          AddToClassPath Compile CompilePrint CompiledFunction InstanceOf JavaNew JavaObject
          LoadJavaClass
          Unprotect
          """
              .split("\\s+"));

  /** What draws; figures are those of another command. */
  private static final List<String> PLOTS =
      List.of(
          """
          BarChart BoxWhiskerChart ComplexPlot3D ContourPlot DensityHistogram DensityPlot Histogram
          ListLinePlot ListLinePlot3D ListLogLinearPlot ListLogLogPlot ListLogPlot ListPlot
          ListPlot3D ListPointPlot3D ListPolarPlot ListStepPlot LogLinearPlot LogLogPlot LogPlot
          Manipulate MatrixPlot NumberLinePlot ParametricPlot PieChart Plot Plot3D PolarPlot Show
          """
              .split("\\s+"));

  private static final String DRAWN =
      ": zonal plot draws figures of spectra and laws (plot decay, shape, quotient, gram, imbalance)"
          + " and of the columns of a CSV file (plot table)";

  private Blocked() {}

  /**
   * @param origins to be told of every call, for Symja may make a value of the error
   */
  static void install(Origins origins) {
    NAMES.forEach(name -> refuse(name, "", origins));
    PLOTS.forEach(name -> refuse(name, DRAWN, origins));
  }

  private static void refuse(String name, String instead, Origins origins) {
    ISymbol symbol = Context.SYSTEM.get(name.toLowerCase(Locale.ROOT));
    if (symbol instanceof IBuiltInSymbol builtIn) {
      builtIn.setEvaluator(refusal(name + " is not available here" + instead, origins));
    }
  }

  private static IFunctionEvaluator refusal(String reason, Origins origins) {
    return new AbstractFunctionEvaluator() {
      @Override
      public IExpr evaluate(IAST ast, EvalEngine engine) {
        origins.refuse(reason);
        throw new UnsupportedExpressionException(reason);
      }
    };
  }
}
