; The Windows installer, for Inno Setup 6. build/package/windows.py gives Version, Numbers, Source, OutputFolder and OutputName.
;
; Inno Setup and not WiX: an installation for one user, without an administrator and without a question, is what it
; does by itself, in one page that a reviewer can read; an MSI for one user is not installable beside one for all.

#define Title "Convot Inspector"

[Setup]
; What Windows knows the program by, over all versions: never to be changed.
AppId={{6E0F3C0E-5B0D-4C55-9A43-2B7D0C6F1A58}
AppName={#Title}
AppVersion={#Version}
AppPublisher={#Title} maintainers
VersionInfoVersion={#Numbers}
PrivilegesRequired=lowest
DefaultDirName={autopf}\{#Title}
DisableDirPage=auto
DisableProgramGroupPage=yes
DisableReadyPage=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
Compression=lzma2/max
SolidCompression=yes
CloseApplications=yes
RestartApplications=no
OutputDir={#OutputFolder}
OutputBaseFilename={#OutputName}
SetupIconFile=..\..\resources\icons\app.ico
LicenseFile=..\..\LICENSE
UninstallDisplayIcon={app}\ConvotInspector.exe
UninstallDisplayName={#Title}
WizardStyle=modern

[InstallDelete]
; Files of an older version must not stay beside those of a newer one.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Source}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\{#Title}"; Filename: "{app}\ConvotInspector.exe"

[Run]
Filename: "{app}\ConvotInspector.exe"; Description: "{cm:LaunchProgram,{#Title}}"; Flags: nowait postinstall skipifsilent

[Messages]
ConfirmUninstall=Remove %1? What you saved with it stays: the secrets in the Windows Credential Manager (their names begin with "Convot Inspector secret"), the list of apps and the settings. To remove them too, stop here, open the program and choose Apps, "Remove all data…".
