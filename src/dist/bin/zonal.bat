@echo off
rem Runs Zonal with the Java of JAVA_HOME, or the first one on the PATH; ZONAL_JAVA_OPTS are further options for it.
setlocal
set "ZONAL_JAVA=java"
if defined JAVA_HOME set "ZONAL_JAVA=%JAVA_HOME%\bin\java"
"%ZONAL_JAVA%" -XX:+UseSerialGC %ZONAL_JAVA_OPTS% -jar "%~dp0..\zonal.jar" %*
exit /b %ERRORLEVEL%
